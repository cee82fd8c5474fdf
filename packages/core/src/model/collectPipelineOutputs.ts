import {
  DvcLockFacts,
  DvcLockStage,
  DvcOutput,
  DvcYamlFacts,
  DvcYamlStage,
} from '../facts/dvc';
import { Problem } from '../reading/Problem';
import { selectFacts } from './selectFacts';
import { toDataVersion } from './toDataVersion';
import { DataVersion } from './DataVersion';
import { DvcIgnore } from './dvcIgnore';
import { EntryReading } from './EntryReading';

/**
 * The outputs of pipelines. `dvc.yaml` says which there are and how they are kept, the
 * lock beside it what they were when the stage last ran. Of templated stages only the
 * lock knows the outputs. A lock alone declares nothing to DVC; where `dvc.yaml` is there
 * and can't be read, everything the lock has is shown.
 */
export function collectPipelineOutputs(
  readings: readonly EntryReading[],
  ignore: DvcIgnore,
  broken: ReadonlySet<string>,
): { outputs: DataVersion[]; problems: Problem[] } {
  const isSeen = ({ path }: { path: string }) => !ignore.matches(path);
  const pipelines = selectFacts(readings, 'dvc-yaml').filter(isSeen);
  const locks = selectFacts(readings, 'dvc-lock').filter(isSeen);
  const lockOf = new Map(locks.map(lock => [lock.path, lock]));
  const known = new Set(pipelines.map(pipeline => pipeline.path));
  const alone = locks.filter(lock => !known.has(beside(lock)));
  const unread = readings.filter(
    reading => reading.reader === 'dvc-yaml' && !reading.facts,
  );
  const unreadable = new Set(unread.map(reading => reading.entry));
  const isUnreadable = (lock: DvcLockFacts) => unreadable.has(beside(lock));
  return {
    outputs: [
      ...pipelines.flatMap(pipeline => {
        const lockPath = pipeline.path.replace(/yaml$/, 'lock');
        return markUnreadable(
          collectPipeline(pipeline, lockOf.get(lockPath)),
          broken.has(lockPath),
        );
      }),
      ...alone
        .filter(isUnreadable)
        .flatMap(lock => lock.stages.flatMap(lockedOutputs)),
    ],
    problems: alone.filter(lock => !isUnreadable(lock)).map(describeLonelyLock),
  };
}

function beside(lock: DvcLockFacts): string {
  return lock.path.replace(/lock$/, 'yaml');
}

/** An output that a broken lock doesn't show may have run all the same. */
function markUnreadable(
  outputs: DataVersion[],
  isBroken: boolean,
): DataVersion[] {
  return outputs.map(output => ({
    ...output,
    unreadable: isBroken && output.hash === undefined,
  }));
}

function collectPipeline(
  pipeline: DvcYamlFacts,
  lock: DvcLockFacts | undefined,
): DataVersion[] {
  const runs = new Map<string, DvcLockStage[]>();
  for (const run of lock?.stages ?? []) {
    const name = declaredName(run.name);
    const known = runs.get(name);
    if (known) known.push(run);
    else runs.set(name, [run]);
  }
  return pipeline.stages.flatMap(stage => {
    const own = runs.get(stage.name) ?? [];
    return stage.templating === 'none'
      ? declaredOutputs(stage, own)
      : templatedOutputs(stage, own);
  });
}

/** `foreach` and `matrix` make stages that the lock names `<stage>@<item>`. */
function declaredName(run: string): string {
  const at = run.lastIndexOf('@');
  return at > 0 ? run.slice(0, at) : run;
}

function declaredOutputs(
  stage: DvcYamlStage,
  runs: DvcLockStage[],
): DataVersion[] {
  const recorded = new Map(
    runs.flatMap(run => run.outs.map(out => [out.path, out])),
  );
  return stage.outs.map(out => ({
    ...toDataVersion(withRecord(out, recorded.get(out.path))),
    stage: stage.name,
  }));
}

function withRecord(out: DvcOutput, record: DvcOutput | undefined): DvcOutput {
  if (!record) return out;
  const { kind, hash, size, files, isExec, contents } = record;
  return { ...out, kind, hash, size, files, isExec, contents };
}

function templatedOutputs(
  stage: DvcYamlStage,
  runs: DvcLockStage[],
): DataVersion[] {
  const declared = new Map(stage.outs.map(out => [out.path, out]));
  const recorded = runs.flatMap(run =>
    run.outs.map(out => ({
      ...toDataVersion(withRecord(declared.get(out.path) ?? out, out)),
      stage: run.name,
    })),
  );
  const seen = new Set(recorded.map(output => output.path));
  return [
    ...recorded,
    ...declaredOutputs(stage, []).filter(output => !seen.has(output.path)),
  ];
}

function lockedOutputs(stage: DvcLockStage): DataVersion[] {
  return stage.outs.map(out => ({ ...toDataVersion(out), stage: stage.name }));
}

/** DVC then lists none of its outputs, which is worth a word. */
function describeLonelyLock(lock: DvcLockFacts): Problem {
  return {
    code: 'missing-file',
    severity: 'warning',
    path: lock.path,
    args: { file: beside(lock) },
  };
}
