import { readPointer } from './dvc/readPointer';
import { DvcObjects } from './repository/DvcObjects';
import { GitFolder } from './repository/GitFolder';
import { applyChange, isServing, RAW_DATA } from './story/applyChange';
import { changedFiles, Snapshot, textOf } from './story/Snapshot';
import { Change } from './story/Story';

/** What `make release` is told. @public */
export interface ReleaseOptions {
  /** A clone of a repository that the template made. */
  directory: string;
  /** The repository's own remote, and who writes to it. */
  dvcRemote: { url: string; username: string; password: string };
  /** Values of params.yaml by their keys, such as `release.version`. */
  parameters: Record<string, string>;
}

/**
 * What `make release` of the template does in a clone, without Python: trains,
 * pushes data and model, describes the release. What it wrote is there to be committed.
 * @public
 */
export async function makeRelease(options: ReleaseOptions): Promise<void> {
  const folder = new GitFolder(options.directory);
  const objects = new DvcObjects(options.dvcRemote);
  const files = await folder.files();
  const { md5 } = readPointer(
    textOf({ files, data: files }, `${RAW_DATA}.dvc`),
  );
  const before: Snapshot = {
    files,
    data: new Map([[RAW_DATA, await objects.load(md5)]]),
  };
  const changes: Change[] = [
    { kind: 'parameters', set: options.parameters },
    ...(isServing(before) ? [] : [{ kind: 'serve' } satisfies Change]),
    { kind: 'reproduce' },
  ];
  const after = changes.reduce(
    (done, change) =>
      applyChange(done, change, step => {
        throw new Error(`a release has no step ${step}`);
      }),
    before,
  );
  for (const bytes of after.data.values()) await objects.store(bytes);
  await folder.write(changedFiles(before, after));
}
