import { spawn } from 'node:child_process';
import fs from 'node:fs/promises';
import path from 'node:path';
import { gitEnvironment } from '@gitops-ml/git';
import { Files } from '../dvc/hashes';

/** Who does something, and when. */
interface Signature {
  name: string;
  email: string;
  date: Date;
}

const signAs = ({ name, email, date }: Signature) => {
  const when = `${Math.floor(date.getTime() / 1000)} +0000`;
  return {
    GIT_AUTHOR_NAME: name,
    GIT_AUTHOR_EMAIL: email,
    GIT_AUTHOR_DATE: when,
    GIT_COMMITTER_NAME: name,
    GIT_COMMITTER_EMAIL: email,
    GIT_COMMITTER_DATE: when,
  };
};

const redact = (text: string) => text.replace(/\/\/[^/@\s]+@/g, '//');

/** A clone with a working tree. Nothing that a user configured plays a part. */
export class GitFolder {
  constructor(private readonly directory: string) {}

  /** Clones into the folder, which must not be there. */
  static async clone(url: string, directory: string): Promise<GitFolder> {
    await fs.mkdir(directory, { recursive: true });
    const folder = new GitFolder(directory);
    await folder.git(['clone', '--quiet', '--template=', url, '.']);
    return folder;
  }

  /** The files of HEAD. */
  async files(): Promise<Files> {
    const listed = await this.git(['ls-files', '-z']);
    const paths = listed.split('\0').filter(Boolean);
    return new Map(
      await Promise.all(
        paths.map(
          async (file): Promise<[string, Buffer]> => [
            file,
            await fs.readFile(path.join(this.directory, file)),
          ],
        ),
      ),
    );
  }

  /** HEAD's author, for a commit in the same name. */
  async author(): Promise<{ name: string; email: string }> {
    const text = await this.git(['log', '-1', '--format=%an%x00%ae']);
    const [name = '', email = ''] = text.trim().split('\0');
    return { name, email };
  }

  /** The same commit with another date; answers its oid. */
  async redate(signature: Signature): Promise<string> {
    await this.git(
      ['commit', '--quiet', '--amend', '--no-edit', '--reset-author'],
      signAs(signature),
    );
    return this.head();
  }

  /** Writes files into the working tree, and commits nothing. */
  async write(files: Files): Promise<void> {
    for (const [file, bytes] of files) {
      const target = path.join(this.directory, file);
      await fs.mkdir(path.dirname(target), { recursive: true });
      await fs.writeFile(target, bytes);
    }
  }

  /** Writes `changed` files and commits them; answers the commit's oid. */
  async commit(
    changed: Files,
    message: string,
    signature: Signature,
  ): Promise<string> {
    await this.write(changed);
    await this.git(['add', '--', ...changed.keys()]);
    await this.git(
      ['commit', '--quiet', '--message', message],
      signAs(signature),
    );
    return this.head();
  }

  async tag(
    name: string,
    commit: string,
    message: string,
    signature: Signature,
  ): Promise<void> {
    await this.git(
      ['tag', '--annotate', '--message', message, name, commit],
      signAs(signature),
    );
  }

  /** Puts the branch and all tags in the place of what is there, or nothing. */
  async replaceAt(url: string): Promise<void> {
    const refs = ['+HEAD:refs/heads/main', 'refs/tags/*:refs/tags/*'];
    await this.git(['push', '--quiet', '--atomic', url, ...refs]);
  }

  private async head(): Promise<string> {
    return (await this.git(['rev-parse', 'HEAD'])).trim();
  }

  private git(words: string[], extra: NodeJS.ProcessEnv = {}): Promise<string> {
    const { args, env } = gitEnvironment({
      protocols: ['http', 'https', 'file'],
      extra,
    });
    return run('git', [...args, ...words], { cwd: this.directory, env });
  }
}

function run(
  command: string,
  args: string[],
  options: { cwd: string; env: NodeJS.ProcessEnv },
): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      ...options,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', text => (stdout += text));
    child.stderr.setEncoding('utf8').on('data', text => (stderr += text));
    child.on('error', reject);
    child.on('close', code =>
      code === 0
        ? resolve(stdout)
        : // The URL of a push holds a password.
          reject(new Error(redact(`git ended with ${code}: ${stderr}`))),
    );
  });
}
