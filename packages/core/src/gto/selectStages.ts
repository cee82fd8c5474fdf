import { lastRegistration, VersionRecord } from './collectVersionRecords';
import { StageRecord } from './collectStageRecords';

/**
 * The assignment that counts for each stage: the newest active one. In the same
 * second the version that is older wins, then the one that was named first, as
 * in gto/base.py `Artifact.get_vstages` with `VersionSort.Timestamp`.
 */
export function selectStages(
  stages: readonly StageRecord[],
  versions: readonly VersionRecord[],
): Map<string, StageRecord> {
  const position = new Map(versions.map((version, index) => [version, index]));
  const age = ({ version, event }: StageRecord) =>
    version
      ? [lastRegistration(version)?.time ?? 0, position.get(version) ?? 0]
      : [event.time, versions.length];
  const isNewer = (a: StageRecord, b: StageRecord) => {
    if (a.event.time !== b.event.time) return a.event.time > b.event.time;
    const [left, right] = [age(a), age(b)];
    return left[0] === right[0] ? left[1] < right[1] : left[0] < right[0];
  };
  const selected = new Map<string, StageRecord>();
  for (const record of stages.filter(each => each.active)) {
    const current = selected.get(record.stage);
    if (!current || isNewer(record, current)) {
      selected.set(record.stage, record);
    }
  }
  return selected;
}
