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
  /** The paths of its symbolic links, in Git's order. */
  readonly links: readonly string[];
  readonly #repository: Repository;
  readonly #oids: ReadonlyMap<string, string>;
  readonly #bytes: number;
  #paths: readonly string[] | undefined;

  /** `oids` has the oid of every file by its path. */
  constructor(options: {
    repository: Repository;
    oids: ReadonlyMap<string, string>;
    links?: readonly string[];
    limits: Pick<ReadLimits, 'bytes'>;
  }) {
    this.links = options.links ?? [];
    this.#oids = options.oids;
    this.#repository = options.repository;
    this.#bytes = options.limits.bytes;
  }

  /** The paths of its files, sorted by UTF-16 code units; worked out when first asked for. */
  get paths(): readonly string[] {
    this.#paths ??= [...this.#oids.keys()].sort();
    return this.#paths;
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

function oidsOf(entries: readonly TreeEntry[]): Map<string, string> {
  const files = entries.filter(({ kind }) => kind === 'blob');
  return new Map(files.map(({ path, oid }) => [path, oid]));
}

/** The files of a commit. Throws `GitError`. @public */
export async function loadTree(
  repository: Repository,
  commit: string,
  limits: Pick<ReadLimits, 'bytes'>,
): Promise<RevisionTree> {
  const entries = await repository.tree(commit);
  const links = entries.filter(({ kind }) => kind === 'link');
  return new RevisionTree({
    repository,
    oids: oidsOf(entries),
    links: links.map(({ path }) => path),
    limits,
  });
}
