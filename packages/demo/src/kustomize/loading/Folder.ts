import { posix } from 'node:path';
import { KustomizeError } from '../KustomizeError';
import { limits } from '../limits';
import { formatPath, SourceReader } from './SourceReader';

const remote = /^(https?|ssh|git|file):|^git@|^git::|^github\.com[:/]|\?ref=/;

/**
 * A folder with a kustomization, as kustomize's loader sees it: files from it
 * and from below only, other folders from anywhere in the repository.
 */
export class Folder {
  private constructor(
    readonly reader: SourceReader,
    /** From the root of the repository; empty for the root itself. */
    readonly path: string,
    private readonly referrer: Folder | undefined,
  ) {}

  static async open(reader: SourceReader, directory: string): Promise<Folder> {
    const resolved = resolve('', directory);
    if (resolved === undefined || !(await reader.isDirectory(resolved))) {
      throw missing(resolved ?? directory)
        .within('not a valid directory')
        .within('must build at directory');
    }
    return new Folder(reader, resolved, undefined);
  }

  /** The path of a file or folder as it is named in this folder; `undefined` outside the repository. */
  resolve(name: string): string | undefined {
    return resolve(this.path, name);
  }

  /** Reads a file that this folder's kustomization names. */
  async load(name: string): Promise<{ text: string; path: string }> {
    if (remote.test(name)) throw isRemote(name, this.path);
    const file = this.resolve(name);
    if (file === undefined) throw missing(posix.join(this.path, name));
    const text = await this.reader.read(file);
    if (text === undefined) {
      throw await this.#describeNoFile(file);
    }
    if (!isBelow(file, this.path)) {
      throw new KustomizeError(
        `security; file '${formatPath(file)}' is not in or below '${formatPath(
          this.path,
        )}'`,
        file,
      );
    }
    return { text, path: file };
  }

  /** Opens a folder that this one's kustomization names. */
  async enter(name: string): Promise<Folder> {
    const directory = this.resolve(name);
    if (name === '')
      throw new KustomizeError('new root cannot be empty', this.path);
    if (posix.isAbsolute(name)) {
      throw new KustomizeError(
        `new root '${name}' cannot be absolute`,
        this.path,
      );
    }
    if (
      directory === undefined ||
      !(await this.reader.isDirectory(directory))
    ) {
      throw await this.#describeNoDirectory(
        directory ?? posix.join(this.path, name),
      );
    }
    this.#checkNoCycle(directory);
    return new Folder(this.reader, directory, this);
  }

  async #describeNoFile(file: string): Promise<KustomizeError> {
    return (await this.reader.isDirectory(file))
      ? new KustomizeError(`'${formatPath(file)}' must resolve to a file`, file)
      : missing(file);
  }

  async #describeNoDirectory(directory: string): Promise<KustomizeError> {
    const isFile = (await this.reader.read(directory)) !== undefined;
    return isFile
      ? new KustomizeError(
          `must build at directory: '${formatPath(
            directory,
          )}': file is not directory`,
          directory,
        )
      : missing(directory).within(
          'must build at directory: not a valid directory',
        );
  }

  #checkNoCycle(candidate: string): void {
    const visited = this.#referrers().find(each =>
      isBelow(each.path, candidate),
    );
    if (visited) {
      throw new KustomizeError(
        `cycle detected: candidate root '${formatPath(
          candidate,
        )}' contains visited root '${formatPath(visited.path)}'`,
        candidate,
      );
    }
    if (this.#referrers().length > limits.directoryDepth) {
      throw new KustomizeError(
        `more than ${limits.directoryDepth} folders that name one another: too many for the demo`,
        candidate,
      );
    }
  }

  /** This folder, the one that names it, and so on. */
  #referrers(): Folder[] {
    return [this, ...(this.referrer ? this.referrer.#referrers() : [])];
  }
}

function isBelow(file: string, directory: string): boolean {
  return (
    directory === '' || file === directory || file.startsWith(`${directory}/`)
  );
}

function resolve(from: string, name: string): string | undefined {
  const joined = posix.normalize(posix.join(from, name));
  if (posix.isAbsolute(name) || joined === '..' || joined.startsWith('../')) {
    return undefined;
  }
  return joined.replace(/\/$/, '').replace(/^\.$/, '');
}

function missing(file: string): KustomizeError {
  const shown = formatPath(file);
  return new KustomizeError(
    `evalsymlink failure on '${shown}' : lstat ${shown}: no such file or directory`,
    file,
  );
}

function isRemote(name: string, directory: string): KustomizeError {
  return new KustomizeError(
    `'${name}' is not in this repository: the demo's kustomize reads nothing from elsewhere`,
    directory,
  );
}
