import {
  DvcLockFacts,
  DvcLockStage,
  DvcOutput,
  DvcYamlFacts,
  DvcYamlStage,
} from '../facts/dvc';
import { Json } from '../reading/Json';
import { Problem } from '../reading/Problem';
import { folderOf, safePath } from '../reading/safePath';
import { selectFacts } from './selectFacts';
import { toDataVersion } from './toDataVersion';
import { DataVersion } from './DataVersion';
import { DvcIgnore } from './dvcIgnore';
import { EntryReading } from './EntryReading';
import { countLiteral, fillTemplate, matchesTemplate } from './matchesTemplate';

/** Of one stage; each is tried on each output of its lock. People write a handful. */
const MOST_TEMPLATES = 100;

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
  const runs = groupRuns(lock?.stages ?? []);
  return pipeline.stages.flatMap(stage => {
    const isGenerated = stage.templating === 'generated';
    const own =
      (isGenerated ? runs.generated : runs.single).get(stage.name) ?? [];
    return stage.templating === 'none'
      ? declaredOutputs(stage, own)
      : templatedOutputs(stage, own, valuesBeside(pipeline));
  });
}

/** The values of the `params.yaml` beside a `dvc.yaml`, which its expressions may name. */
function valuesBeside({ path, params }: DvcYamlFacts): Record<string, Json> {
  const file = safePath(folderOf(path), 'params.yaml');
  return params.find(each => each.path === file)?.values ?? {};
}

/**
 * The records of a lock by the stage's name in `dvc.yaml`. `foreach` and `matrix` make
 * stages that the lock names `<name>@<item>`; what it has under the bare name is then
 * left from before, and the other way round.
 */
function groupRuns(
  stages: readonly DvcLockStage[],
): Record<'single' | 'generated', Map<string, DvcLockStage[]>> {
  const single = new Map<string, DvcLockStage[]>();
  const generated = new Map<string, DvcLockStage[]>();
  for (const run of stages) {
    const at = run.name.lastIndexOf('@');
    const group = at > 0 ? generated : single;
    const name = at > 0 ? run.name.slice(0, at) : run.name;
    const known = group.get(name);
    if (known) known.push(run);
    else group.set(name, [run]);
  }
  return { single, generated };
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
  const { path, external, kind, hash, size, files, isExec, contents } = record;
  const recorded = { path, external, kind, hash, size, files, isExec };
  return { ...out, ...recorded, contents };
}

function templatedOutputs(
  stage: DvcYamlStage,
  runs: DvcLockStage[],
  values: Record<string, Json>,
): DataVersion[] {
  const declarationOf = createDeclarationFinder(stage, values);
  const recorded = runs.flatMap(run =>
    run.outs.map(out => ({
      ...toDataVersion(withRecord(declarationOf(out.path) ?? out, out)),
      stage: run.name,
    })),
  );
  const seen = new Set(recorded.map(output => output.path));
  return [
    ...recorded,
    ...declaredOutputs(stage, []).filter(output => !seen.has(output.path)),
  ];
}

/**
 * How `dvc.yaml` says that an output is kept, of which the lock has the path. Of the
 * templates that the path could come of, the one with most written out is meant.
 */
function createDeclarationFinder(
  stage: DvcYamlStage,
  values: Record<string, Json>,
): (path: string) => DvcOutput | undefined {
  const literal = new Map(stage.outs.map(out => [out.path, out]));
  const templates = stage.outTemplates
    .slice(0, MOST_TEMPLATES)
    .map(out => ({ out, template: fillTemplate(out.path, values) }))
    .sort((a, b) => countLiteral(b.template) - countLiteral(a.template));
  const folder = stage.workingDirectory ?? '';
  return path =>
    literal.get(path) ??
    templates.find(each => matchesTemplate(path, each.template, folder))?.out;
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
