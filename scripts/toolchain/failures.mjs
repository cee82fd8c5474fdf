import { say } from './say.mjs';

/**
 * A failure that the user can do something about: its message says what.
 * `details` is what is printed before it, such as the output of a tool.
 */
export class Failure extends Error {
  constructor(message, details = '') {
    super(message);
    this.details = details;
  }
}

const causes = [
  {
    pattern: /ENOSPC|no space left|EDQUOT/i,
    sentence:
      'The disk is full. Free about 4 GB (this folder, and the caches of npm and Yarn in your home folder), then run the same command again.',
  },
  {
    pattern:
      /CERT_|SELF_SIGNED|self[- ]signed|UNABLE_TO_(GET|VERIFY)|certificate/,
    sentence:
      "The registry's certificate is not trusted here. Name your company's certificate file with NODE_EXTRA_CA_CERTS or `npm config set cafile`, then run the same command again.",
  },
  {
    pattern: /lockfile would have been (modified|created)|YN0028/,
    sentence:
      'yarn.lock does not fit the package.json files. Run `node scripts/toolchain.mjs yarn install` and commit yarn.lock.',
  },
  {
    pattern:
      /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ERR_SOCKET_TIMEOUT|ENETUNREACH|EHOSTUNREACH|socket hang up|network|RequestError|Timeout awaiting/i,
    sentence:
      'The package registry does not answer. Check the network connection, and the proxy and registry of `npm config list`; then run the same command again.',
  },
  {
    pattern: /\b(E404|ETARGET|YN0082|No candidates found|Response Code: 404)/,
    sentence:
      'The package registry does not have a package that is needed. If `npm config get registry` names a mirror, it may be behind.',
  },
  {
    pattern: /\b(EACCES|EPERM|EROFS)\b/,
    sentence:
      'A file may not be written. Make this folder and the caches of npm and Yarn in your home folder writable for you, then run the same command again.',
  },
];

/** The sentence for what a package manager printed, or undefined for an unknown failure. */
export function explainOutput(output) {
  return causes.find(({ pattern }) => pattern.test(output))?.sentence;
}

export const registrySilent = causes.find(({ pattern }) =>
  pattern.test('ETIMEDOUT'),
).sentence;

/** Prints what to do for a known failure, the stack of an unknown one, and ends the process. */
export function endWithSentence(error) {
  if (error instanceof Failure) {
    process.stderr.write(error.details);
    say(error.message);
  } else {
    say(explainOutput(String(error?.code)) ?? String(error?.stack ?? error));
  }
  process.exitCode = 1;
}
