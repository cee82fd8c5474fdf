import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gitEnvironment } from '../gitEnvironment';

/** Text or bytes of a file, a symbolic link, or `undefined` to delete it. @public */
export type TestFile = string | Uint8Array | { link: string } | undefined;

const START = Date.UTC(2026, 0, 1) / 1000;

/**
 * A real repository for tests. Each commit and tag is one minute later than the
 * one before, from 2026-01-01T00:00:00Z on, so that object ids are always the same.
 * @public
 */
export class TestRepository {
  readonly directory: string;
  #clock = START;

  /** Makes an empty repository with the branch `main`. */
  constructor(directory: string) {
    this.directory = directory;
    mkdirSync(directory, { recursive: true });
    this.git('init', '--quiet', '--initial-branch=main');
  }

  /** Runs git here and answers its trimmed output. Throws where git fails. */
  git(...args: string[]): string {
    return this.gitWithInput('', ...args);
  }

  gitWithInput(input: string | Uint8Array, ...args: string[]): string {
    const date = `${this.#clock} +0000`;
    const { env } = gitEnvironment({
      protocols: ['file'],
      extra: {
        GIT_AUTHOR_NAME: 'Ada Author',
        GIT_AUTHOR_EMAIL: 'ada@example.com',
        GIT_AUTHOR_DATE: date,
        GIT_COMMITTER_NAME: 'Cy Committer',
        GIT_COMMITTER_EMAIL: 'cy@example.com',
        GIT_COMMITTER_DATE: date,
      },
    });
    const result = spawnSync('git', args, {
      cwd: this.directory,
      env,
      input,
      maxBuffer: 64 * 1024 * 1024,
    });
    if (result.status !== 0) {
      throw new Error(
        `git ${args.join(' ')}: ${result.stderr ?? result.error}`,
      );
    }
    return result.stdout.toString('utf8').trim();
  }

  /** Changes files and commits them; answers the commit's oid. */
  commit(message: string, files: Record<string, TestFile> = {}): string {
    this.write(files);
    this.git('add', '--all', '--force');
    this.git('commit', '--quiet', '--allow-empty', '-m', message);
    this.#clock += 60;
    return this.git('rev-parse', 'HEAD');
  }

  /** Makes an annotated tag; answers the tag object's oid. */
  tag(name: string, target = 'HEAD', message = name): string {
    this.git('tag', '--annotate', '-m', message, name, target);
    this.#clock += 60;
    return this.git('rev-parse', `refs/tags/${name}`);
  }

  /** Changes files without a commit. */
  write(files: Record<string, TestFile>): void {
    for (const [name, content] of Object.entries(files)) {
      const file = path.join(this.directory, name);
      rmSync(file, { force: true });
      if (content === undefined) continue;
      mkdirSync(path.dirname(file), { recursive: true });
      if (typeof content === 'object' && 'link' in content) {
        symlinkSync(content.link, file);
      } else {
        writeFileSync(file, content);
      }
    }
  }
}
