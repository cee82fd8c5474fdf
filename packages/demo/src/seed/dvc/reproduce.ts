import { readParameters } from '../pipeline/parameters';
import { STAGES } from '../pipeline/stages';
import { Snapshot, textOf, withText } from '../story/Snapshot';
import { formatLock, formatStage, LockedStage } from './formatLock';
import { hashPath } from './hashes';
import { readParameterText } from './parameters';
import { PipelineStage, readPipeline } from './readPipeline';

const PARAMETERS = 'params.yaml';

const allFiles = ({ files, data }: Snapshot) => new Map([...files, ...data]);

function runStage(snapshot: Snapshot, stage: PipelineStage): Snapshot {
  const run = STAGES[stage.name];
  if (!run) throw new Error(`nobody here can run the stage ${stage.name}`);
  const written = run({
    files: allFiles(snapshot),
    parameters: readParameters(textOf(snapshot, PARAMETERS)),
    // "python <script> <words>"
    words: stage.command.split(' ').slice(2),
  });
  const files = new Map(snapshot.files);
  const data = new Map(snapshot.data);
  for (const { path, isCached } of stage.outs) {
    const text = written[path];
    if (text === undefined) throw new Error(`${stage.name} wrote no ${path}`);
    (isCached ? data : files).set(path, Buffer.from(text));
  }
  return { files, data };
}

function lockStage(snapshot: Snapshot, stage: PipelineStage): LockedStage {
  const files = allFiles(snapshot);
  const hash = (path: string) => ({ path, hash: hashPath(files, path) });
  const parameters = textOf(snapshot, PARAMETERS);
  return {
    name: stage.name,
    command: stage.command,
    deps: stage.deps.map(hash),
    params: stage.params.map(key => ({
      key,
      value: readParameterText(parameters, key),
    })),
    outs: stage.outs.map(({ path }) => hash(path)),
  };
}

/** As DVC decides it: the lock has these very inputs and outputs. */
function isUpToDate(snapshot: Snapshot, stage: PipelineStage): boolean {
  const lock = snapshot.files.get('dvc.lock')?.toString() ?? '';
  const files = allFiles(snapshot);
  return (
    stage.outs.every(({ path }) => files.has(path)) &&
    lock.includes(`\n${formatStage(lockStage(snapshot, stage))}\n`)
  );
}

/** What `dvc repro` leaves: outputs, metrics and dvc.lock. */
export function reproduce(snapshot: Snapshot): Snapshot {
  const stages = readPipeline(textOf(snapshot, 'dvc.yaml'));
  const done = stages.reduce(
    (before, stage) =>
      isUpToDate(before, stage) ? before : runStage(before, stage),
    snapshot,
  );
  const locked = stages.map(stage => lockStage(done, stage));
  return withText(done, 'dvc.lock', formatLock(locked));
}
