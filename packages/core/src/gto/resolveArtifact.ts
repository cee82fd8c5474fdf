import { GtoArtifact, GtoAssignment, GtoVersion } from '../facts/gto';
import { Problem } from '../reading/Problem';
import { invalidTag, TagEvent } from './collectTagEvents';
import { collectStageRecords, StageRecord } from './collectStageRecords';
import {
  collectVersionRecords,
  isRegistered,
  lastRegistration,
  VersionRecord,
} from './collectVersionRecords';
import { compareVersions } from './compareVersions';
import { selectStages } from './selectStages';

/** One artifact from its events, oldest first. */
export function resolveArtifact(
  name: string,
  events: readonly TagEvent[],
): { artifact: GtoArtifact; problems: Problem[] } {
  const records = collectVersionRecords(events);
  const { stages, unplaced, problems } = collectStageRecords(events, records);
  const placed = events.filter(event => !unplaced.has(event));
  const selected = [...selectStages(stages, records)];
  return {
    artifact: {
      name,
      deprecated: isDeprecated(placed),
      latest: findLatest(records),
      versions: listVersions(records, stages),
      stages: Object.fromEntries(
        selected.map(([stage, record]) => [stage, toAssignment(record)]),
      ),
      assignments: stages.map(toAssignment).reverse(),
    },
    problems: [...checkEvents(events, records), ...problems],
  };
}

/**
 * Whatever happens after a deprecation revives the artifact. In the same second
 * a version's event wins over deprecation, and deprecation over creation.
 * Source: gto/base.py `Artifact.is_active`; it also takes the dates of the
 * versions' commits for events, which we don't: they differ only where a commit
 * is younger than its tag.
 */
function isDeprecated(events: readonly TagEvent[]): boolean {
  const last = { create: -Infinity, deprecate: -Infinity, version: -Infinity };
  for (const { action, time } of events) {
    if (action.kind === 'create') last.create = time;
    else if (action.kind === 'deprecate') last.deprecate = time;
    else last.version = time;
  }
  return (
    last.deprecate > -Infinity &&
    last.deprecate >= last.create &&
    last.deprecate > last.version
  );
}

function findLatest(records: VersionRecord[]): string | undefined {
  return records
    .filter(isRegistered)
    .map(record => record.version)
    .reduce<string | undefined>(
      (best, version) =>
        best === undefined || compareVersions(version, best) >= 0
          ? version
          : best,
      undefined,
    );
}

function listVersions(
  records: VersionRecord[],
  stages: StageRecord[],
): GtoVersion[] {
  const registered = records.map(record => ({
    time: lastRegistration(record)?.time ?? record.deregistrations[0].time,
    version: toVersion(record),
  }));
  const implied = new Map(
    stages
      .filter(({ version }) => !version)
      .map(({ event }) => [
        event.commit,
        { time: event.time, version: toImplicitVersion(event.commit) },
      ]),
  );
  return [...registered, ...implied.values()]
    .sort((a, b) => a.time - b.time)
    .reverse()
    .map(({ version }) => version);
}

function toVersion(record: VersionRecord): GtoVersion {
  const tag = lastRegistration(record)?.tag;
  return {
    version: record.version,
    commit: record.commit,
    tag: tag?.name,
    registeredAt: tag?.taggedAt,
    author: tag?.tagger,
    message: tag?.message,
    active: isRegistered(record),
    implicit: false,
  };
}

function toImplicitVersion(commit: string): GtoVersion {
  return {
    version: commit,
    commit,
    tag: undefined,
    registeredAt: undefined,
    author: undefined,
    message: undefined,
    active: true,
    implicit: true,
  };
}

function toAssignment(record: StageRecord): GtoAssignment {
  const { tag, commit } = record.event;
  return {
    stage: record.stage,
    version: record.version?.version ?? commit,
    commit,
    tag: tag.name,
    at: tag.taggedAt,
    author: tag.tagger,
    active: record.active,
  };
}

/** Tags that take effect, and yet not the one their author wanted. */
function checkEvents(
  events: readonly TagEvent[],
  records: VersionRecord[],
): Problem[] {
  const created = events
    .filter(({ action }) => action.kind === 'create')
    .map(({ tag }) =>
      invalidTag(
        tag,
        'warning',
        'gto 1.10 stops at a "created" tag; here it revives the artifact',
      ),
    );
  const stray = records
    .filter(record => record.registrations.length === 0)
    .map(({ deregistrations: [{ tag }], version }) =>
      invalidTag(
        tag,
        'warning',
        `${version} is not registered at the commit where it deregisters it`,
      ),
    );
  return [...created, ...stray];
}
