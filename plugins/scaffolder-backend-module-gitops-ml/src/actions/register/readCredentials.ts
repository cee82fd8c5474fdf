import { InputError } from '@backstage/errors';
import { RepositoryCredentials } from './applyPlan';

/** How the repository's credentials may be given. */
interface CredentialsInput {
  username?: string;
  password?: string;
  token?: string;
}

/**
 * A username and password for the repository. Forges take a token as the
 * password of any user name.
 */
export function readCredentials(
  input: CredentialsInput | undefined,
): RepositoryCredentials | undefined {
  if (input === undefined) return undefined;
  const { username, password, token } = input;
  if ((password === undefined) === (token === undefined)) {
    throw new InputError('credentials must hold one of password and token');
  }
  if (password !== undefined && username === undefined) {
    throw new InputError('credentials with a password need a username');
  }
  return {
    username: username ?? 'git',
    password: password ?? token ?? '',
  };
}
