import { DvcLockFacts, DvcLockStage, DvcYamlFacts } from '../facts/dvc';
import { EntryReading } from './EntryReading';
import { factsOf } from './factsOf';

/** A recorded stage, with the lock that holds it. */
export interface LockedStage {
  lock: DvcLockFacts;
  stage: DvcLockStage;
}

/**
 * The stages that locks recorded and that `dvc.yaml` beside them still declares:
 * a lock keeps the stages that were taken out, and DVC passes over them. Where
 * `dvc.yaml` could not be read, all.
 */
export function currentLockStages(
  readings: readonly EntryReading[],
): LockedStage[] {
  const declared = new Map(
    factsOf(readings, 'dvc-yaml').map(facts => [facts.path, facts]),
  );
  return factsOf(readings, 'dvc-lock').flatMap(lock => {
    const beside = declared.get(lock.path.replace(/lock$/, 'yaml'));
    return lock.stages
      .filter(({ name }) => !beside || declares(beside, name))
      .map(stage => ({ lock, stage }));
  });
}

/** `foreach` and `matrix` stages are recorded as `<name>@<item>`. */
function declares(facts: DvcYamlFacts, name: string): boolean {
  const at = name.lastIndexOf('@');
  const group = at < 0 ? name : name.slice(0, at);
  return facts.stages.some(each => each.name === name || each.name === group);
}
