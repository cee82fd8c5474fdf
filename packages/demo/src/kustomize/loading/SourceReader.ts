import { KustomizeError } from '../KustomizeError';
import { limits } from '../limits';
import { SourceTree } from '../SourceTree';

/** What Argo CD calls the folder that it has the repository in. */
const sourceRoot = '<path to cached source>';

/** A path of the repository as kustomize's messages have it. */
export function formatPath(path: string): string {
  return path ? `${sourceRoot}/${path}` : sourceRoot;
}

/** Reads the files of one rendering and counts what that takes. */
export class SourceReader {
  readonly #texts = new Map<string, string | undefined>();
  readonly #listings = new Map<string, string[]>();
  #bytes = 0;
  #reads = 0;

  constructor(private readonly tree: SourceTree) {}

  /** Throws `KustomizeError` on a file that is too large or no text. */
  async read(path: string): Promise<string | undefined> {
    this.#count(path);
    if (!this.#texts.has(path)) {
      this.#texts.set(path, await this.#readOnce(path));
    }
    return this.#texts.get(path);
  }

  async isDirectory(path: string): Promise<boolean> {
    this.#count(path);
    const known = this.#listings.get(path) ?? (await this.tree.list(path));
    this.#listings.set(path, known);
    return known.length > 0;
  }

  async #readOnce(path: string): Promise<string | undefined> {
    const text = await this.tree.read(path);
    if (text === undefined) return undefined;
    const bytes = Buffer.byteLength(text);
    this.#bytes += bytes;
    if (bytes > limits.fileBytes || this.#bytes > limits.totalBytes) {
      throw new KustomizeError(`${path} is too large for the demo`, path);
    }
    // What was no UTF-8 is lost by now: kustomize would make it binaryData.
    if (text.includes('\uFFFD')) {
      throw new KustomizeError(
        `${path} is no UTF-8 text: binary files are outside the subset of kustomize that the demo renders`,
        path,
      );
    }
    return text;
  }

  #count(path: string): void {
    this.#reads += 1;
    if (this.#reads > limits.reads) {
      throw new KustomizeError(
        `more than ${limits.reads} files to read: too many for the demo`,
        path,
      );
    }
  }
}
