import { Json } from '../facts/dvc';
import { currentLockStages, LockedStage } from './currentLockStages';
import { EntryReading } from './EntryReading';
import { ModelProvenance } from './ModelVersion';

/**
 * The stage that wrote an artifact, as its lock recorded it: the stage with that
 * output, else the one with the nearest folder around it. `undefined` where no
 * stage wrote it, as of a model that was added by hand.
 *
 * `params` has bare keys for the `params.yaml` beside the lock and `file:key` for
 * other files, as `dvc.yaml` writes them.
 * @public
 */
export function collectProvenance(
  readings: readonly EntryReading[],
  artifactPath: string,
): ModelProvenance | undefined {
  let found: LockedStage | undefined;
  let longest = -1;
  for (const locked of currentLockStages(readings)) {
    for (const { path } of locked.stage.outs) {
      if (path.length > longest && holds(path, artifactPath)) {
        found = locked;
        longest = path.length;
      }
    }
  }
  return found && describe(found);
}

function holds(output: string, path: string): boolean {
  return path === output || path.startsWith(`${output}/`);
}

function describe({ lock, stage }: LockedStage): ModelProvenance {
  const beside = lock.path.replace(/dvc\.lock$/, 'params.yaml');
  const params = Object.entries(stage.params).flatMap(([file, values]) =>
    Object.entries(values).map(([key, value]): [string, Json] => [
      file === beside ? key : `${file}:${key}`,
      value,
    ]),
  );
  const { command } = stage;
  return {
    stage: stage.name,
    declaredIn: lock.path,
    command: Array.isArray(command) ? command.join('\n') : command,
    inputs: stage.deps.map(({ path, hash }) => ({ path, hash })),
    params: Object.fromEntries(params),
  };
}
