import { createHash } from 'node:crypto';
import { LoadedTree, Question, ReadLimits, TraceStep } from '@gitops-ml/core';
import { GitError } from './GitError';
import { Repository } from './Repository';
import { TreeEntry } from './tree';

/**
 * The files of one commit, ready to answer readers. Symbolic links and
 * submodules are not followed: they are absent.
 * @public
 */
export class RevisionTree {
  /** The paths of its files, sorted by UTF-16 code units. */
  readonly paths: readonly string[];
  readonly #repository: Repository;
  readonly #oids: ReadonlyMap<string, string>;
  readonly #bytes: number;

  constructor(options: {
    repository: Repository;
    entries: readonly TreeEntry[];
    limits: Pick<ReadLimits, 'bytes'>;
  }) {
    const files = options.entries.filter(entry => entry.kind === 'blob');
    this.#oids = new Map(files.map(({ path, oid }) => [path, oid]));
    this.paths = [...this.#oids.keys()].sort();
    this.#repository = options.repository;
    this.#bytes = options.limits.bytes;
  }

  /** The oid of a file, or `undefined`. */
  oid(path: string): string | undefined {
    return this.#oids.get(path);
  }

  /** The paths below a directory (`''` is the root) that end with a suffix. */
  list(directory: string, suffix: string): string[] {
    const prefix = directory === '' ? '' : `${directory}/`;
    return this.paths.filter(
      path => path.startsWith(prefix) && path.endsWith(suffix),
    );
  }

  /** Does a question that was traced on another tree have the same answer here? */
  matches(step: TraceStep): boolean {
    return 'get' in step
      ? (this.oid(step.get) ?? null) === step.oid
      : listingDigest(this.list(step.list, step.suffix)) === step.digest;
  }

  /** Answers questions into `into`, and says what the answers were. Throws `GitError`. */
  load(questions: readonly Question[], into: LoadedTree): Promise<TraceStep[]> {
    return Promise.all(
      questions.map(question =>
        question.kind === 'get'
          ? this.#loadFile(question.path, into)
          : this.#loadList(question, into),
      ),
    );
  }

  async #loadFile(path: string, into: LoadedTree): Promise<TraceStep> {
    const oid = this.oid(path);
    if (!oid) {
      into.setFile(path, { kind: 'absent' });
      return { get: path, oid: null };
    }
    const answer = await this.#repository.blob(oid, this.#bytes);
    if (answer.kind === 'missing') {
      throw missingBlob(path, oid);
    }
    into.setFile(path, answer);
    return answer.kind === 'too-large'
      ? { get: path, oid, tooLarge: true }
      : { get: path, oid };
  }

  #loadList(
    { directory, suffix }: { directory: string; suffix: string },
    into: LoadedTree,
  ): TraceStep {
    const paths = this.list(directory, suffix);
    into.setList(directory, suffix, paths);
    return { list: directory, suffix, digest: listingDigest(paths) };
  }
}

function listingDigest(paths: readonly string[]): string {
  return createHash('sha256').update(paths.join('\0')).digest('hex');
}

function missingBlob(path: string, oid: string): GitError {
  return new GitError(
    `The content of ${path} (${oid}) is not in this clone. Fetch it in full: git fetch --refetch.`,
  );
}

/** The files of a commit. Throws `GitError`. @public */
export async function loadTree(
  repository: Repository,
  commit: string,
  limits: Pick<ReadLimits, 'bytes'>,
): Promise<RevisionTree> {
  const entries = await repository.tree(commit);
  return new RevisionTree({ repository, entries, limits });
}
