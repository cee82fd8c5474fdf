import { devNull } from 'node:os';

/** How to start git: put `args` before the subcommand. @public */
export interface GitEnvironment {
  env: NodeJS.ProcessEnv;
  args: string[];
}

/**
 * What a git may have beyond the least: a repository, a network, credentials.
 * @public
 */
export interface GitEnvironmentOptions {
  /** Environment to take the few allowed variables from; default `process.env`. */
  parent?: NodeJS.ProcessEnv;
  /** The repository; git then neither searches nor asks whose it is. */
  gitDirectory?: string;
  /** Protocols that git may speak, e.g. `['https']`; default none. */
  protocols?: readonly string[];
  /** Variables to add, e.g. credentials for one fetch. */
  extra?: NodeJS.ProcessEnv;
}

const ALWAYS = ['PATH', 'TMPDIR', 'TEMP', 'TMP', 'SYSTEMROOT'];
const NETWORK = [
  'HTTP_PROXY',
  'HTTPS_PROXY',
  'ALL_PROXY',
  'NO_PROXY',
  'SSL_CERT_FILE',
  'SSL_CERT_DIR',
  'CURL_CA_BUNDLE',
  'GIT_SSL_CAINFO',
  'GIT_SSL_CAPATH',
];

const SETTINGS: Record<string, string> = {
  'core.hooksPath': devNull,
  'core.attributesFile': devNull,
  'core.fsmonitor': 'false',
  'core.untrackedCache': 'false',
  'core.pager': 'cat',
  'core.askPass': '',
  'credential.helper': '',
  'color.ui': 'false',
  'gc.auto': '0',
  'maintenance.auto': 'false',
  'submodule.recurse': 'false',
  'fetch.recurseSubmodules': 'false',
  'http.followRedirects': 'false',
  'i18n.logOutputEncoding': 'UTF-8',
  // gpg.program is the repository's to choose.
  'log.showSignature': 'false',
  'log.showRoot': 'true',
  'log.diffMerges': 'first-parent',
  'log.mailmap': 'false',
  'log.follow': 'false',
  'diff.renames': 'false',
  'diff.orderFile': devNull,
  'diff.ignoreSubmodules': 'none',
};

function pick(
  parent: NodeJS.ProcessEnv,
  names: readonly string[],
): NodeJS.ProcessEnv {
  const wanted = new Set(names);
  return Object.fromEntries(
    Object.entries(parent).filter(([name]) => wanted.has(name.toUpperCase())),
  );
}

/**
 * The environment in which every git of this project runs, over repositories
 * that nobody vouches for: nothing that the repository, the user or the system
 * configured is executed or changes an answer, nothing prompts, nothing goes
 * over the network unless a protocol is allowed.
 *
 * Settings are arguments because `GIT_CONFIG_COUNT` needs git 2.31. An explicit
 * `GIT_DIR` makes git skip its ownership check (safe.directory), which guards
 * against the very configuration that is switched off here.
 * @public
 */
export function gitEnvironment(
  options: GitEnvironmentOptions = {},
): GitEnvironment {
  const { parent = process.env, protocols = [] } = options;
  const env: NodeJS.ProcessEnv = {
    ...pick(parent, ALWAYS),
    ...(protocols.length > 0 ? pick(parent, NETWORK) : {}),
    ...(protocols.includes('ssh') ? pick(parent, ['SSH_AUTH_SOCK']) : {}),
    LC_ALL: 'C',
    HOME: devNull,
    XDG_CONFIG_HOME: devNull,
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_ATTR_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: devNull,
    GIT_TERMINAL_PROMPT: '0',
    GIT_ASKPASS: '',
    SSH_ASKPASS: '',
    GIT_SSH_COMMAND: 'ssh -oBatchMode=yes',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_NO_REPLACE_OBJECTS: '1',
    GIT_NO_LAZY_FETCH: '1',
    GIT_PROTOCOL_FROM_USER: '0',
    GIT_ALLOW_PROTOCOL: protocols.length > 0 ? protocols.join(':') : 'none',
    ...(options.gitDirectory ? { GIT_DIR: options.gitDirectory } : {}),
    ...options.extra,
  };
  const args = Object.entries(SETTINGS).flatMap(([key, value]) => [
    '-c',
    `${key}=${value}`,
  ]);
  return { env, args: ['--no-pager', ...args] };
}
