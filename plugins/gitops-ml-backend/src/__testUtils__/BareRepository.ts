import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';

/** Files of one commit: text to write, a symbolic link's target, `undefined` to delete. */
type CommitFiles = Record<string, string | { link: string } | undefined>;

const ENV = {
  PATH: process.env.PATH,
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_CONFIG_GLOBAL: '/dev/null',
};

/** A bare repository that tests write commits and tags to. */
export class BareRepository {
  readonly directory: string;
  /** Seconds since 1970 of the next commit or tag; each takes an hour. */
  #time = Date.UTC(2026, 0, 1) / 1000;

  constructor(directory: string) {
    this.directory = directory;
    mkdirSync(directory, { recursive: true });
    this.git('init', '--bare', '--quiet', '--initial-branch=main', '.');
  }

  git(...args: string[]): string {
    return execFileSync('git', args, {
      cwd: this.directory,
      env: ENV,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
      .toString()
      .trim();
  }

  /** Writes one commit onto a branch and returns its oid. */
  commit(
    files: CommitFiles,
    options: { message?: string; branch?: string; onto?: string } = {},
  ): string {
    const ref = `refs/heads/${options.branch ?? 'main'}`;
    const parent = options.onto ?? (this.#exists(ref) ? `${ref}^0` : undefined);
    this.#import([
      `commit ${ref}`,
      `committer Ada <ada@example.com> ${this.#tick()} +0000`,
      data(options.message ?? 'Change'),
      ...(parent ? [`from ${parent}`] : []),
      ...Object.entries(files).flatMap(([path, file]) =>
        writeFile(JSON.stringify(path), file),
      ),
      '',
    ]);
    return this.git('rev-parse', ref);
  }

  /** Makes an annotated tag. */
  tag(name: string, target = 'refs/heads/main', message = name): void {
    this.#import([
      `tag ${name}`,
      `from ${this.git('rev-parse', `${target}^0`)}`,
      `tagger Ada <ada@example.com> ${this.#tick()} +0000`,
      data(message),
    ]);
  }

  #exists(ref: string): boolean {
    return this.git('for-each-ref', ref) !== '';
  }

  #tick(): number {
    this.#time += 3600;
    return this.#time;
  }

  #import(lines: string[]): void {
    execFileSync(
      'git',
      ['fast-import', '--quiet', '--force', '--date-format=raw'],
      {
        cwd: this.directory,
        env: ENV,
        input: `${lines.join('\n')}\n`,
      },
    );
  }
}

function writeFile(path: string, file: CommitFiles[string]): string[] {
  if (file === undefined) return [`D ${path}`];
  return typeof file === 'string'
    ? [`M 100644 inline ${path}`, data(file)]
    : [`M 120000 inline ${path}`, data(file.link)];
}

function data(text: string): string {
  return `data ${Buffer.byteLength(text)}\n${text}`;
}
