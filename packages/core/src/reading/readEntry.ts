import {
  FileAnswer,
  MAX_ROUNDS,
  Needs,
  Question,
  Reader,
  Reading,
  Tree,
} from './Reader';
import { ReadLimits } from './ReadLimits';

/** A question with its answer's identity: what facts depend on. @public */
export type TraceStep =
  | { get: string; oid: string | null; tooLarge?: true }
  | { list: string; suffix: string; digest: string };

/** Answers collected so far; the tree that a reader sees. @public */
export class LoadedTree implements Tree {
  readonly #files = new Map<string, FileAnswer>();
  readonly #lists = new Map<string, string[]>();

  get(path: string): FileAnswer | undefined {
    return this.#files.get(path);
  }

  list(directory: string, suffix: string): string[] | undefined {
    return this.#lists.get(`${directory}\0${suffix}`);
  }

  setFile(path: string, answer: FileAnswer): void {
    this.#files.set(path, answer);
  }

  setList(directory: string, suffix: string, paths: string[]): void {
    this.#lists.set(`${directory}\0${suffix}`, paths);
  }
}

/**
 * Runs one reader on one entry to its end: calls it, loads what it needs, calls
 * again. `load` answers each question into the given tree; `call` runs the
 * reader (in place, or in a worker).
 * @public
 */
export async function readEntry<F>(options: {
  reader: Pick<Reader<F>, 'id'>;
  entry: string;
  limits: ReadLimits;
  call: (
    entry: string,
    tree: LoadedTree,
    limits: ReadLimits,
  ) => Promise<Reading<F> | Needs> | Reading<F> | Needs;
  load: (questions: Question[], into: LoadedTree) => Promise<void>;
}): Promise<Reading<F>> {
  const tree = new LoadedTree();
  await options.load([{ kind: 'get', path: options.entry }], tree);
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const answer = await options.call(options.entry, tree, options.limits);
    if (!('needs' in answer)) return answer;
    await options.load(answer.needs, tree);
  }
  return {
    facts: undefined,
    problems: [
      {
        code: 'limit-exceeded',
        severity: 'error',
        path: options.entry,
        args: { what: 'rounds of reading', limit: MAX_ROUNDS },
      },
    ],
  };
}
