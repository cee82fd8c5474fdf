import { DvcYamlStage } from '../facts/dvc';
import { ReadLimits } from '../reading/ReadLimits';
import { TracedTree } from '../reading/TracedTree';
import { readDvcLock } from './readDvcLock';
import { readStageDirectories } from './readStageDirectories';

/** Is a file that isn't in Git (inside) an output that DVC keeps elsewhere? */
export type OutputProbe = (path: string) => boolean;

/**
 * Knows the cached outputs of a `dvc.yaml`; of templated stages, whose outputs are not
 * known from it, those that its lock has; and `.dvc` files beside the path or one of
 * its folders.
 */
export function createOutputProbe(
  dvcYaml: string,
  stages: DvcYamlStage[],
  tree: TracedTree,
  limits: ReadLimits,
): OutputProbe {
  const cached = new Set(
    stages.flatMap(stage =>
      stage.outs.filter(out => out.cache).map(out => out.path),
    ),
  );
  let locked: Set<string> | undefined;
  return path => {
    const places = withFolders(path);
    if (places.some(place => cached.has(place))) return true;
    locked ??= lockedOutputs(dvcYaml, stages, tree, limits);
    const known = locked;
    return (
      places.some(place => known.has(place)) ||
      places.some(place => tree.get(`${place}.dvc`)?.kind === 'bytes')
    );
  };
}

function withFolders(path: string): string[] {
  const parts = path.split('/');
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'));
}

function lockedOutputs(
  dvcYaml: string,
  stages: DvcYamlStage[],
  tree: TracedTree,
  limits: ReadLimits,
): Set<string> {
  const templated = new Set(
    stages.filter(s => s.templating !== 'none').map(s => s.name),
  );
  if (templated.size === 0) return new Set();
  const path = dvcYaml.replace(/yaml$/, 'lock');
  const lock = tree.get(path);
  const yaml = tree.get(dvcYaml);
  if (lock?.kind !== 'bytes' || !yaml) return new Set();
  const directoryOf = readStageDirectories(dvcYaml, yaml, limits);
  const { facts } = readDvcLock(path, lock.bytes, limits, directoryOf);
  const outs = (facts?.stages ?? [])
    .filter(stage => templated.has(stage.name.replace(/@[^@]*$/, '')))
    .flatMap(stage => stage.outs.map(out => out.path));
  return new Set(outs);
}
