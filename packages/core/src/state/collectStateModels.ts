import { ReleaseEnvFacts } from '../facts/gitops';
import {
  ArtifactDeclaration,
  artifactPathOf,
  collectDeclarations,
} from '../model/collectDeclarations';
import { DataVersion } from '../model/DataVersion';
import { EntryReading } from '../model/EntryReading';
import { selectFacts } from '../model/selectFacts';
import { digestOf } from './digestOf';
import { StateFile, StateModel } from './StateTuple';

/** The models that `artifacts:` and descriptors name, and the files that are theirs. */
export function collectStateModels(
  readings: readonly EntryReading[],
  outputs: readonly DataVersion[],
  files: readonly StateFile[],
): { models: StateModel[]; artifacts: Set<string>; paths: Set<string> } {
  const { declarations } = collectDeclarations([...readings]);
  const releases = selectFacts(readings, 'release-env');
  const tracked = new Map(outputs.map(output => [output.path, output]));
  const kept = new Map(files.map(({ path, oid }) => [path, oid]));
  const models = [...declarations]
    .filter(([, declaration]) => isModel(declaration))
    .map(([name, declaration]): StateModel => {
      const path = artifactPathOf(declaration);
      const oid = path === undefined ? undefined : kept.get(path);
      const hash = oid ? { algorithm: 'git', value: oid } : undefined;
      return {
        name,
        version: findVersion(name, releases),
        artifact:
          path === undefined
            ? undefined
            : { path, hash: tracked.get(path)?.hash ?? hash },
      };
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  const artifacts = new Set(
    models.flatMap(({ artifact }) => (artifact ? [artifact.path] : [])),
  );
  const pointers = [...artifacts].flatMap(path => {
    const { declaredIn } = tracked.get(path) ?? {};
    return declaredIn?.path.endsWith('.dvc') ? [declaredIn.path] : [];
  });
  return { models, artifacts, paths: new Set([...artifacts, ...pointers]) };
}

/** Digest of models and of what `release.env` says of them. */
export function digestModels(
  models: readonly StateModel[],
  readings: readonly EntryReading[],
): string {
  return digestOf({
    models: models.map(({ name, version = null, artifact }) => ({
      name,
      version,
      artifact: artifact
        ? {
            path: artifact.path,
            hash: artifact.hash
              ? {
                  algorithm: artifact.hash.algorithm,
                  value: artifact.hash.value,
                }
              : null,
          }
        : null,
    })),
    releases: selectFacts(readings, 'release-env').map(({ path, values }) => ({
      path,
      values,
    })),
  });
}

function isModel({ dvc, descriptor, index }: ArtifactDeclaration): boolean {
  if (descriptor || index) return true;
  return dvc?.type === undefined || dvc.type === 'model';
}

function findVersion(
  name: string,
  releases: readonly ReleaseEnvFacts[],
): string | undefined {
  const bare = name.slice(name.lastIndexOf(':') + 1);
  const found = releases.find(({ values }) => values.MODEL_NAME === bare);
  return found?.values.MODEL_VERSION || undefined;
}
