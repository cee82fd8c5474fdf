import { FileAnswer, Needs, Question, Tree } from './Reader';

/**
 * Wraps a tree so that a reader can ask without caring whether an answer is
 * loaded: unanswered questions pile up in `needs`.
 * @public
 */
export class TracedTree {
  readonly #tree: Tree;
  readonly #needs = new Map<string, Question>();

  constructor(tree: Tree) {
    this.#tree = tree;
  }

  /** The file's answer, or `undefined` after noting that it is needed. */
  get(path: string): FileAnswer | undefined {
    const answer = this.#tree.get(path);
    if (!answer) this.#needs.set(`g ${path}`, { kind: 'get', path });
    return answer;
  }

  list(directory: string, suffix: string): string[] | undefined {
    const answer = this.#tree.list(directory, suffix);
    if (!answer) {
      this.#needs.set(`l ${directory} ${suffix}`, {
        kind: 'list',
        directory,
        suffix,
      });
    }
    return answer;
  }

  /** What is still to be loaded, or `undefined` when everything was answered. */
  needs(): Needs | undefined {
    return this.#needs.size > 0
      ? { needs: [...this.#needs.values()] }
      : undefined;
  }
}
