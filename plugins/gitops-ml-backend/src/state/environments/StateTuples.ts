import {
  createImageCollector,
  createStateDescriber,
  DeclaredEnvironment,
  EntryReading,
  KustomizationImage,
  ReleaseEnvFacts,
  selectFacts,
  StateFile,
  StateTuple,
} from '@gitops-ml/core';
import pLimit from 'p-limit';
import { RecentMap } from '../../index/RecentMap';
import { isUnder } from '../assemble/isUnder';
import { OpenView } from '../views/RevisionViews';

/** A commit's tuple for an environment, and what it would release. */
export interface CommitState {
  oid: string;
  tuple: StateTuple;
  /** The values of its `release.env`; absent without one. */
  release: Record<string, string> | undefined;
  /**
   * Content of the files of the configuration, by path; those of the overlay by their path in
   * it, so that the same file of two environments has one name.
   */
  configured: ReadonlyMap<string, string>;
  /** The images that its overlay names. */
  images: readonly KustomizationImage[];
}

type View = Pick<OpenView, 'key' | 'git' | 'readingsAt' | 'revision'>;
type Overlay = Pick<DeclaredEnvironment, 'name' | 'overlay'>;

/** Commits; each costs the memory of its tree. */
const KEPT = 100;
/** Commits whose trees are listed at the same time, each by a process. */
const AT_ONCE = 4;

/**
 * State tuples of commits. A commit never changes, so they are kept for a while; its
 * environments, of which there may be hundreds, share what is worked out of it.
 */
export class StateTuples {
  readonly #recent = new RecentMap<Promise<(overlay: Overlay) => CommitState>>(
    KEPT,
  );
  readonly #limit = pLimit(AT_ONCE);

  /** Throws GitError. */
  async of(view: View, oid: string, overlay: Overlay): Promise<CommitState> {
    const key = JSON.stringify([view.key, view.revision.folder, oid]);
    const known = this.#recent.get(key);
    if (known) return (await known)(overlay);
    const made = this.#limit(() => load(view, oid));
    this.#recent.set(key, made);
    made.catch(() => this.#recent.delete(key));
    return (await made)(overlay);
  }
}

async function load(
  { git, readingsAt, revision: { folder } }: View,
  oid: string,
): Promise<(overlay: Overlay) => CommitState> {
  const [all, tree] = await Promise.all([readingsAt(oid), git.tree(oid)]);
  return createDescriber(oid, {
    // The configuration at the root says where a folder's data go.
    readings: all.filter(
      ({ entry }) => isUnder(entry, folder) || entry.startsWith('.dvc/'),
    ),
    files: tree.filter(({ path }) => isUnder(path, folder)),
  });
}

function createDescriber(
  oid: string,
  commit: { readings: EntryReading[]; files: StateFile[] },
): (overlay: Overlay) => CommitState {
  const describe = createStateDescriber(commit);
  const imagesOf = createImageCollector(commit.readings);
  const releases = selectFacts(commit.readings, 'release-env');
  const oids = new Map(commit.files.map(({ path, oid: one }) => [path, one]));
  const states = new Map<string, CommitState>();
  return ({ name, overlay }) => {
    const key = JSON.stringify([name, overlay]);
    const known = states.get(key);
    if (known) return known;
    const tuple = describe({ name, overlay, declaredBy: [] });
    const state = {
      oid,
      tuple,
      release: chooseRelease(releases, tuple),
      configured: collectConfigured(tuple, oids),
      images: imagesOf(overlay ?? ''),
    };
    states.set(key, state);
    return state;
  };
}

function collectConfigured(
  { configuration }: StateTuple,
  oids: ReadonlyMap<string, string>,
): Map<string, string> {
  const { overlay = '', paths = [] } = configuration ?? {};
  return new Map(
    paths.map(path => [
      isUnder(path, overlay) ? `./${path.slice(overlay.length)}` : path,
      oids.get(path) ?? '',
    ]),
  );
}

/** One that the overlay's model part has; of several nobody says which. */
function chooseRelease(
  releases: readonly ReleaseEnvFacts[],
  { model }: StateTuple,
): Record<string, string> | undefined {
  const own = releases.filter(({ path }) => model?.paths.includes(path));
  return own.length === 1 ? own[0].values : undefined;
}
