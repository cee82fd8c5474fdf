import { redactUrls } from '@gitops-ml/core';

/**
 * Git could not answer. The message is a sentence for people; `command` and
 * `stderr` hold no credentials.
 * @public
 */
export class GitError extends Error {
  override readonly name = 'GitError';
  /** The subcommand with its arguments, without our fixed settings. */
  readonly command: string | undefined;
  /** `undefined` where git did not end by itself. */
  readonly exitCode: number | undefined;
  readonly stderr: string;

  constructor(
    message: string,
    details: {
      args?: readonly string[];
      exitCode?: number;
      stderr?: string;
      cause?: unknown;
    } = {},
  ) {
    super(redactUrls(message), { cause: details.cause });
    this.command = details.args && redactUrls(`git ${details.args.join(' ')}`);
    this.exitCode = details.exitCode;
    this.stderr = redactUrls(details.stderr ?? '').trim();
  }
}
