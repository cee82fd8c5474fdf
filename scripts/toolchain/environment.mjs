import path from 'node:path';
import { root, toolchainDirectory } from './paths.mjs';

// Yarn reads neither npm's settings nor its certificate file, and npm hands
// them to what it runs as npm_config_*.
const npmToYarn = {
  npm_config_cafile: 'YARN_HTTPS_CA_FILE_PATH',
  npm_config_registry: 'YARN_NPM_REGISTRY_SERVER',
  npm_config_https_proxy: 'YARN_HTTPS_PROXY',
  npm_config_proxy: 'YARN_HTTP_PROXY',
};

// nodedir would point at the headers of another Node; the exec paths at
// another package manager.
const misleading = /^npm_(config_nodedir|execpath|node_execpath)$/i;

/** The environment in which everything after set-up runs. */
export function createEnvironment({ node }, outer = process.env) {
  const kept = Object.entries(outer).filter(([key]) => !misleading.test(key));
  const environment = Object.fromEntries(kept);
  for (const [from, to] of Object.entries(npmToYarn)) {
    if (environment[from] && !environment[to]) {
      environment[to] = environment[from];
    }
  }
  // npm takes a registry without encryption as it is; Yarn wants it named.
  const registry = environment.YARN_NPM_REGISTRY_SERVER;
  if (registry?.startsWith('http:')) {
    environment.YARN_UNSAFE_HTTP_WHITELIST = new URL(registry).hostname;
  }
  environment.PATH = [
    path.dirname(node),
    path.join(toolchainDirectory, 'node_modules', '.bin'),
    path.join(root, 'node_modules', '.bin'),
    environment.PATH,
  ].join(path.delimiter);
  // Deprecations inside dependencies are nothing that a reader could act on.
  environment.NODE_OPTIONS = [environment.NODE_OPTIONS, '--no-deprecation']
    .filter(Boolean)
    .join(' ');
  return environment;
}
