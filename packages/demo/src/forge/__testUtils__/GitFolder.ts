import { execFile } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';

const execute = promisify(execFile);
// When the recorded repository was made: the same content at the same time by
// the same author has the same oids.
const recordedAt = '2026-11-21T09:51:01Z';

/** A repository of a test, and git in it. */
export class GitFolder {
  constructor(readonly directory: string) {
    fs.mkdirSync(directory, { recursive: true });
  }

  async git(...args: string[]): Promise<string> {
    const { stdout } = await execute('git', ['-C', this.directory, ...args], {
      timeout: 20_000,
      env: {
        PATH: process.env.PATH,
        HOME: this.directory,
        GIT_CONFIG_NOSYSTEM: '1',
        GIT_TERMINAL_PROMPT: '0',
        GIT_AUTHOR_NAME: 'demo',
        GIT_AUTHOR_EMAIL: 'demo@example.org',
        GIT_AUTHOR_DATE: recordedAt,
        GIT_COMMITTER_NAME: 'demo',
        GIT_COMMITTER_EMAIL: 'demo@example.org',
        GIT_COMMITTER_DATE: recordedAt,
      },
    });
    return stdout.trim();
  }

  write(files: Record<string, string | Buffer>): void {
    for (const [name, content] of Object.entries(files)) {
      const file = path.join(this.directory, name);
      fs.mkdirSync(path.dirname(file), { recursive: true });
      fs.writeFileSync(file, content);
    }
  }

  /** Commits all; answers the oid. */
  async commit(message: string): Promise<string> {
    await this.git('add', '--all');
    await this.git('commit', '--quiet', '-m', message);
    return this.git('rev-parse', 'HEAD');
  }
}
