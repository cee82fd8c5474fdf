import { Addresses } from '../answers/Addresses';
import { readRefOids } from '../git/readRefs';
import { RepositoryStore } from '../git/RepositoryStore';
import { ForgeRecords } from '../records/ForgeRecords';
import { RepositoryName } from '../requests/repositoryName';
import { describeEvents, EventContext } from './describeEvents';
import { diffRefs, RefChange } from './diffRefs';
import { HookDeliveries, Receiver } from './HookDeliveries';

/** A hook that is told of every repository. @public */
export interface SystemHook {
  url: string;
  secret: string;
}

/** What notices are made with. */
interface PushNoticesOptions {
  store: RepositoryStore;
  records: ForgeRecords;
  addresses: Addresses;
  deliveries: Pick<HookDeliveries, 'send'>;
  systemHooks: readonly SystemHook[];
  describeContext: (repository: RepositoryName) => Promise<EventContext>;
  onError: (error: unknown) => void;
}

interface Watched {
  refs: ReadonlyMap<string, string>;
}

const keyOf = ({ owner, name }: RepositoryName) => `${owner}/${name}`;

/**
 * Notices what a push did by looking at the refs before and after, and tells
 * the hooks. Pushes at the same time are told once each.
 */
export class PushNotices {
  private readonly watched = new Map<string, Watched>();
  private work: Promise<void> = Promise.resolve();

  constructor(private readonly options: PushNoticesOptions) {}

  /** To be called before something may be pushed. */
  async watch(repository: RepositoryName): Promise<void> {
    const key = keyOf(repository);
    if (this.watched.has(key)) return;
    const refs = await this.readRefs(repository);
    if (!this.watched.has(key)) this.watched.set(key, { refs });
  }

  /** To be called when something was pushed; returns at once. */
  notice(repository: RepositoryName): void {
    this.work = this.work
      .then(() => this.tell(repository))
      .catch(this.options.onError);
  }

  forget(repository: RepositoryName): void {
    this.watched.delete(keyOf(repository));
  }

  /** Waits until all that was noticed is handed to the deliveries. */
  async settle(): Promise<void> {
    await this.work;
  }

  private readRefs(repository: RepositoryName) {
    return readRefOids(this.options.store.directoryOf(repository));
  }

  private async tell(repository: RepositoryName): Promise<void> {
    const watched = this.watched.get(keyOf(repository));
    if (!watched) return;
    try {
      await this.tellChanges(repository, watched);
    } catch (error) {
      // Nobody is told of a repository that was deleted meanwhile.
      if (this.watched.get(keyOf(repository)) === watched) throw error;
    }
  }

  private async tellChanges(
    repository: RepositoryName,
    watched: Watched,
  ): Promise<void> {
    const refs = await this.readRefs(repository);
    const changes = diffRefs(watched.refs, refs);
    watched.refs = refs;
    if (changes.length === 0) return;
    await this.options.records.touch(repository);
    for (const change of changes) await this.tellChange(repository, change);
  }

  private async tellChange(
    repository: RepositoryName,
    change: RefChange,
  ): Promise<void> {
    const { store, addresses, deliveries, describeContext } = this.options;
    const events = await describeEvents(
      {
        addresses,
        repository,
        directory: store.directoryOf(repository),
        defaultBranch: await store.defaultBranch(repository),
      },
      change,
      await describeContext(repository),
    );
    for (const { event, payload } of events) {
      for (const receiver of this.receiversOf(repository, event)) {
        deliveries.send(receiver, event, payload);
      }
    }
  }

  private receiversOf(repository: RepositoryName, event: string): Receiver[] {
    const { records, systemHooks } = this.options;
    const own = records
      .hooksOf(repository)
      .filter(({ isActive, events }) => isActive && events.includes(event))
      .map(
        ({ url, secret }) => ({ url, secret, target: 'repository' } as const),
      );
    const all = systemHooks.map(
      hook => ({ ...hook, target: 'system' } as const),
    );
    return [...own, ...all];
  }
}
