import {
  collectImages,
  DeclaredEnvironment,
  describeState,
  KustomizationImage,
  ReleaseEnvFacts,
  selectFacts,
  StateFile,
  StateTuple,
} from '@gitops-ml/core';
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

const KEPT = 500;

/** State tuples of commits. A commit never changes, so they are kept for a while. */
export class StateTuples {
  readonly #recent = new RecentMap<Promise<CommitState>>(KEPT);

  /** Throws GitError. */
  of(
    view: Pick<OpenView, 'key' | 'git' | 'readingsAt' | 'revision'>,
    oid: string,
    { name, overlay }: Pick<DeclaredEnvironment, 'name' | 'overlay'>,
  ): Promise<CommitState> {
    const { folder } = view.revision;
    const key = JSON.stringify([view.key, folder, oid, name, overlay]);
    const known = this.#recent.get(key);
    if (known) return known;
    const made = load(view, oid, { name, overlay, declaredBy: [] });
    this.#recent.set(key, made);
    made.catch(() => this.#recent.delete(key));
    return made;
  }
}

async function load(
  {
    git,
    readingsAt,
    revision: { folder },
  }: Pick<OpenView, 'git' | 'readingsAt' | 'revision'>,
  oid: string,
  environment: DeclaredEnvironment,
): Promise<CommitState> {
  const [all, tree] = await Promise.all([readingsAt(oid), git.tree(oid)]);
  // The configuration at the root says where a folder's data go.
  const readings = all.filter(
    ({ entry }) => isUnder(entry, folder) || entry.startsWith('.dvc/'),
  );
  const files = tree.filter(({ path }) => isUnder(path, folder));
  const tuple = describeState({ files, readings, environment });
  const releases = selectFacts(readings, 'release-env');
  return {
    oid,
    tuple,
    release: chooseRelease(releases, tuple),
    configured: collectConfigured(tuple, files),
    images: collectImages(environment.overlay ?? '', readings),
  };
}

function collectConfigured(
  { configuration }: StateTuple,
  files: readonly StateFile[],
): Map<string, string> {
  const { overlay = '', paths = [] } = configuration ?? {};
  const own = new Set(paths);
  return new Map(
    files
      .filter(({ path }) => own.has(path))
      .map(({ path, oid }) => [
        isUnder(path, overlay) ? `./${path.slice(overlay.length)}` : path,
        oid,
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
