import { DvcOutput } from '../facts/dvc';
import { currentLockStages } from './currentLockStages';
import { EntryReading } from './EntryReading';
import { factsOf } from './factsOf';

/** The recorded DVC output of exactly this path, of a stage or of a pointer. */
export function findOutput(
  readings: readonly EntryReading[],
  path: string,
): DvcOutput | undefined {
  const outputs = [
    ...currentLockStages(readings).flatMap(({ stage }) => stage.outs),
    ...factsOf(readings, 'dvc-file').flatMap(({ outs }) => outs),
  ];
  return outputs.find(output => output.path === path);
}
