import { Config } from '@backstage/config';

/**
 * Names of the Argo CD instances of `argocd.appLocatorMethods`, the key that
 * Backstage's Argo CD plugins use; in their order, each once.
 */
export function readArgoCdInstanceNames(config: Config): string[] {
  const methods =
    config.getOptionalConfigArray('argocd.appLocatorMethods') ?? [];
  const names = methods
    .filter(method => method.getString('type') === 'config')
    .flatMap(method => method.getOptionalConfigArray('instances') ?? [])
    .map(instance => instance.getString('name'));
  return [...new Set(names)];
}
