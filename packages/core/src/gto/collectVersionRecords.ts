import { TagEvent } from './collectTagEvents';

/**
 * What tags say of one version at one commit: the same name at two commits is
 * two versions. Events are oldest first.
 */
export interface VersionRecord {
  version: string;
  commit: string;
  registrations: TagEvent[];
  deregistrations: TagEvent[];
}

/** The versions that tags name, in the order in which they first name them. */
export function collectVersionRecords(
  events: readonly TagEvent[],
): VersionRecord[] {
  const records = new Map<string, VersionRecord>();
  for (const event of events) {
    const { action, commit } = event;
    if (action.kind !== 'register' && action.kind !== 'deregister') continue;
    const key = `${action.version} ${commit}`;
    const record = records.get(key) ?? {
      version: action.version,
      commit,
      registrations: [],
      deregistrations: [],
    };
    records.set(key, record);
    if (action.kind === 'register') record.registrations.push(event);
    else record.deregistrations.push(event);
  }
  return [...records.values()];
}

/** The registration that counts: a version may be registered again. */
export function lastRegistration(record: VersionRecord): TagEvent | undefined {
  return record.registrations[record.registrations.length - 1];
}

/** Of two events in the same second, deregistration wins. */
export function isRegistered(record: VersionRecord): boolean {
  const on = lastRegistration(record);
  const off = record.deregistrations[record.deregistrations.length - 1];
  return on !== undefined && (off === undefined || on.time > off.time);
}
