import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';

/** A DVC remote that may be contacted, with its credentials where it needs some. @public */
export interface DvcRemoteRule {
  /** Origin and path, ending with `/`. */
  urlPrefix: string;
  username: string | undefined;
  password: string | undefined;
}

/**
 * Reads `gitopsMl.dvc.remotes`. Throws InputError for a prefix that is no http
 * or https URL, or that holds credentials.
 * @public
 */
export function readDvcRemoteRules(config: Config): DvcRemoteRule[] {
  const remotes = config.getOptionalConfigArray('gitopsMl.dvc.remotes') ?? [];
  return remotes.map((remote, index) => ({
    urlPrefix: normalisePrefix(remote.getString('urlPrefix'), index),
    username: remote.getOptionalString('username'),
    password: remote.getOptionalString('password'),
  }));
}

function normalisePrefix(text: string, index: number): string {
  const key = `gitopsMl.dvc.remotes[${index}].urlPrefix`;
  if (!URL.canParse(text)) throw new InputError(`${key} is not a URL`);
  const url = new URL(text);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw new InputError(`${key} must be an http or https URL`);
  }
  if (url.username || url.password || url.search || url.hash) {
    throw new InputError(
      `${key} must have no credentials, query or fragment; use username and password`,
    );
  }
  return url.href.endsWith('/') ? url.href : `${url.href}/`;
}
