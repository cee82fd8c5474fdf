import { DvcLockFacts, DvcLockStage } from '../facts/dvc';
import { Json } from '../reading/Json';
import { collectDataVersions } from './collectDataVersions';
import { EntryReading } from './EntryReading';
import { ModelProvenance } from './ModelVersion';
import { selectFacts } from './selectFacts';

interface LockedStage {
  lock: DvcLockFacts;
  stage: DvcLockStage;
}

/**
 * The stage that wrote an artifact, as its lock recorded it: the stage with that
 * output, else the one with the nearest folder around it. `undefined` where no
 * stage wrote it, as of a model that was added by hand, or none ran yet.
 *
 * `params` has bare keys for the `params.yaml` beside the lock and `file:key` for
 * other files, as `dvc.yaml` writes them.
 * @public
 */
export function collectProvenance(
  readings: EntryReading[],
  artifactPath: string,
): ModelProvenance | undefined {
  const [output] = collectDataVersions(readings)
    .outputs.filter(({ stage }) => stage !== undefined)
    .filter(({ path }) => holds(path, artifactPath))
    .sort((a, b) => b.path.length - a.path.length);
  const found = output && findRun(readings, output.stage, output.path);
  return found && describe(found);
}

function holds(output: string, path: string): boolean {
  return path === output || path.startsWith(`${output}/`);
}

function findRun(
  readings: EntryReading[],
  name: string | undefined,
  output: string,
): LockedStage | undefined {
  return selectFacts(readings, 'dvc-lock')
    .flatMap(lock => lock.stages.map(stage => ({ lock, stage })))
    .find(
      ({ stage }) =>
        stage.name === name && stage.outs.some(({ path }) => path === output),
    );
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
