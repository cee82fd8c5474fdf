import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';

/** How to sign in to an Argo CD: with a token, or with an account's password. @public */
export type ArgoCdCredentials =
  | { token: string }
  | { username: string; password: string };

/** An Argo CD that configuration names. @public */
export interface ArgoCdInstance {
  name: string;
  /** Without a trailing slash. */
  url: string;
  /** `undefined` where configuration gives none. */
  credentials: ArgoCdCredentials | undefined;
}

/**
 * Reads the instances of `argocd.appLocatorMethods[]` with `type: config`, the
 * keys that other Argo CD plugins use. An instance's own credentials go before
 * `argocd.username` and `argocd.password`. Throws InputError, naming the key,
 * for a URL that is none and for a name that occurs twice.
 * @public
 */
export function readArgoCdInstances(config: Config): ArgoCdInstance[] {
  const shared = readCredentials(config.getOptionalConfig('argocd'));
  const methods = config.getOptionalConfigArray('argocd.appLocatorMethods');
  const found = (methods ?? []).flatMap((method, index) =>
    method.getOptionalString('type') === 'config'
      ? readMethod(method, `argocd.appLocatorMethods[${index}]`, shared)
      : [],
  );
  const names = found.map(instance => instance.name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) {
    throw new InputError(
      `argocd.appLocatorMethods names the Argo CD instance "${twice}" twice`,
    );
  }
  return found;
}

function readMethod(
  method: Config,
  key: string,
  shared: ArgoCdCredentials | undefined,
): ArgoCdInstance[] {
  const instances = method.getOptionalConfigArray('instances') ?? [];
  return instances.map((instance, index) => ({
    name: instance.getString('name'),
    url: readUrl(instance.getString('url'), `${key}.instances[${index}].url`),
    credentials: readCredentials(instance) ?? shared,
  }));
}

function readCredentials(
  config: Config | undefined,
): ArgoCdCredentials | undefined {
  const token = config?.getOptionalString('token');
  if (token !== undefined) return { token };
  const username = config?.getOptionalString('username');
  const password = config?.getOptionalString('password');
  return username !== undefined && password !== undefined
    ? { username, password }
    : undefined;
}

function readUrl(text: string, key: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url?.protocol !== 'http:' && url?.protocol !== 'https:') {
    throw new InputError(`${key} must be an http or https URL`);
  }
  if (url.username || url.password || url.search || url.hash) {
    throw new InputError(
      `${key} must have no credentials, query or fragment; use token, or username and password`,
    );
  }
  return url.href.replace(/\/+$/, '');
}
