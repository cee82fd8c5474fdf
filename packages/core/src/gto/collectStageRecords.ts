import { Problem } from '../reading/Problem';
import { invalidTag, TagEvent } from './collectTagEvents';
import { isRegistered, VersionRecord } from './collectVersionRecords';

/** One assignment of a stage. */
export interface StageRecord {
  stage: string;
  event: TagEvent;
  /** `undefined` when no version is registered at the commit: the version is implicit. */
  version: VersionRecord | undefined;
  active: boolean;
}

/**
 * The assignments of one artifact, oldest first. Versions come first, whatever
 * their time: an assignment that is older than its commit's registration still
 * belongs to that version. Source: gto/registry.py `get_state`, gto/tag.py
 * `index_tag`, gto/base.py `VStage.is_active`.
 */
export function collectStageRecords(
  events: readonly TagEvent[],
  versions: readonly VersionRecord[],
): {
  stages: StageRecord[];
  /** Events that belong to no version; their problems are among `problems`. */
  unplaced: ReadonlySet<TagEvent>;
  problems: Problem[];
} {
  const atCommit = groupByCommit(versions);
  const stages: StageRecord[] = [];
  const unplaced = new Set<TagEvent>();
  const problems: Problem[] = [];
  const ended = new Map<VersionRecord, Map<string, number>>();
  for (const event of events) {
    const { action, commit } = event;
    if (action.kind !== 'assign' && action.kind !== 'unassign') continue;
    const named = atCommit.get(commit) ?? [];
    const [version] = named;
    if (named.length > 1) {
      unplaced.add(event);
      problems.push(severalVersions(event, named));
    } else if (action.kind === 'assign') {
      const { stage } = action;
      stages.push({ stage, event, version, active: true });
    } else if (version) {
      const ends = ended.get(version) ?? new Map<string, number>();
      ended.set(version, ends.set(action.stage, event.time));
    } else {
      problems.push(nothingToUnassign(event));
    }
  }
  return {
    stages: stages.map(record => endStage(record, ended)),
    unplaced,
    problems,
  };
}

/** Of two events in the same second, unassignment wins. */
function endStage(
  record: StageRecord,
  ended: ReadonlyMap<VersionRecord, ReadonlyMap<string, number>>,
): StageRecord {
  const { version, stage, event } = record;
  if (!version) return record;
  const end = ended.get(version)?.get(stage) ?? -Infinity;
  return { ...record, active: isRegistered(version) && event.time > end };
}

function groupByCommit(
  versions: readonly VersionRecord[],
): Map<string, VersionRecord[]> {
  const groups = new Map<string, VersionRecord[]>();
  for (const version of versions) {
    const group = groups.get(version.commit);
    if (group) group.push(version);
    else groups.set(version.commit, [version]);
  }
  return groups;
}

/** gto stops here with an error, for the whole repository. */
function severalVersions(event: TagEvent, named: VersionRecord[]): Problem {
  const versions = named.map(each => each.version).join(' and ');
  return invalidTag(
    event.tag,
    'error',
    `its commit has the versions ${versions}, so it is open which one is meant`,
  );
}

function nothingToUnassign(event: TagEvent): Problem {
  return invalidTag(
    event.tag,
    'warning',
    'no version is registered at its commit, so gto passes over it',
  );
}
