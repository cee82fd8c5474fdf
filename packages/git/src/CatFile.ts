import { ChildProcessWithoutNullStreams } from 'node:child_process';
import { BatchAnswer, BatchParser } from './BatchParser';
import { GitError } from './GitError';
import { startGit } from './startGit';

interface Request {
  name: string;
  limit: number;
  attempts: number;
  resolve: (answer: BatchAnswer) => void;
  reject: (error: GitError) => void;
}

const ARGS = ['cat-file', '--batch'];
const MAX_ATTEMPTS = 2;
/** Larger objects are cheaper to leave by starting git again than by reading on. */
const MAX_DROPPED = 64 * 1024 * 1024;
const CLOSE_MS = 2_000;

/**
 * One long-lived `git cat-file --batch`. Requests are written at once and
 * answered in order; a git that dies is started again with what was not yet
 * answered, and the request at which it died twice is rejected.
 */
export class CatFile {
  readonly #gitDirectory: string;
  readonly #queue: Request[] = [];
  #child: ChildProcessWithoutNullStreams | undefined;
  #closing: Promise<void> | undefined;

  constructor(gitDirectory: string) {
    this.#gitDirectory = gitDirectory;
  }

  /** The object of a full oid, up to `limit` bytes. */
  read(oid: string, limit: number): Promise<BatchAnswer> {
    return new Promise((resolve, reject) => {
      if (!/^[0-9a-f]{40,64}$/.test(oid)) {
        reject(new GitError(`"${oid}" is not an object id.`));
        return;
      }
      if (this.#closing) {
        reject(new GitError('The repository was closed.', { args: ARGS }));
        return;
      }
      const request = { name: oid, limit, attempts: 1, resolve, reject };
      this.#queue.push(request);
      this.#ensureChild().stdin.write(`${oid}\n`);
    });
  }

  /** Ends git; requests that are still open are rejected. Safe to call again. */
  close(): Promise<void> {
    this.#closing ??= this.#end();
    return this.#closing;
  }

  async #end(): Promise<void> {
    this.#rejectAll(new GitError('The repository was closed.', { args: ARGS }));
    const child = this.#child;
    this.#child = undefined;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise<void>(resolve => child.once('close', resolve));
    const timer = setTimeout(() => child.kill('SIGKILL'), CLOSE_MS);
    child.stdin.end();
    child.stdout.resume();
    await ended;
    clearTimeout(timer);
  }

  #ensureChild(): ChildProcessWithoutNullStreams {
    this.#child ??= this.#start();
    return this.#child;
  }

  #start(): ChildProcessWithoutNullStreams {
    const process = startGit({ gitDirectory: this.#gitDirectory, args: ARGS });
    const { child, ended } = process;
    const parser = new BatchParser(
      () => this.#queue[0]?.limit ?? 0,
      answer => this.#queue.shift()?.resolve(answer),
    );
    child.stdout.on('data', (chunk: Buffer) => {
      if (this.#child !== child) return;
      parser.push(chunk);
      if ((parser.dropping?.size ?? 0) > MAX_DROPPED) this.#skip(child, parser);
    });
    ended.then(
      code => this.#restart(child, process.failure(code)),
      error => this.#giveUp(child, error),
    );
    return child;
  }

  /** Git can't be started at all. */
  #giveUp(child: ChildProcessWithoutNullStreams, error: GitError): void {
    if (this.#child !== child) return;
    this.#child = undefined;
    this.#rejectAll(error);
  }

  #skip(child: ChildProcessWithoutNullStreams, parser: BatchParser): void {
    const dropped = parser.dropping;
    if (!dropped) return;
    this.#child = undefined;
    child.kill();
    const { type, size } = dropped;
    this.#queue.shift()?.resolve({ kind: 'too-large', type, size });
    this.#resend();
  }

  #restart(child: ChildProcessWithoutNullStreams, failure: GitError): void {
    if (this.#child !== child) return;
    this.#child = undefined;
    const head = this.#queue[0];
    if (head && head.attempts >= MAX_ATTEMPTS) {
      this.#queue.shift();
      head.reject(
        new GitError(`Object ${head.name} can't be read: ${failure.message}`, {
          args: ARGS,
          exitCode: failure.exitCode,
          stderr: failure.stderr,
        }),
      );
    } else if (head) {
      head.attempts++;
    }
    this.#resend();
  }

  #resend(): void {
    if (this.#queue.length === 0) return;
    const names = this.#queue.map(request => `${request.name}\n`).join('');
    this.#ensureChild().stdin.write(names);
  }

  #rejectAll(error: GitError): void {
    for (const request of this.#queue.splice(0)) request.reject(error);
  }
}
