import { Addresses } from '../answers/Addresses';
import { readRefOids } from '../git/readRefs';
import { RepositoryStore } from '../git/RepositoryStore';
import { ForgeRecords } from '../records/ForgeRecords';
import { HookRecord } from '../records/schema';
import { RepositoryName } from '../requests/repositoryName';
import { describeEvents, EventContext, HookEvent } from './describeEvents';
import { diffRefs, RefChange } from './diffRefs';
import { HookDeliveries } from './HookDeliveries';

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

/** A repository that is mirrored here can bring thousands of tags at once. */
const mostTold = 50;

/** Branches before tags: what is left out then brings no new commit. */
function selectTold(changes: readonly RefChange[]): RefChange[] {
  const isTag = ({ ref }: RefChange) => ref.startsWith('refs/tags/');
  const branches = changes.filter(change => !isTag(change));
  return [...branches, ...changes.filter(isTag)].slice(0, mostTold);
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

  /** To be called when something was pushed; returns at once. Tells the hooks that are there now. */
  notice(repository: RepositoryName): void {
    const hooks = this.options.records.hooksOf(repository);
    this.work = this.work
      .then(() => this.tell(repository, hooks))
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

  private async tell(
    repository: RepositoryName,
    hooks: readonly HookRecord[],
  ): Promise<void> {
    const watched = this.watched.get(keyOf(repository));
    if (!watched) return;
    try {
      await this.tellChanges(repository, watched, hooks);
    } catch (error) {
      // Nobody is told of a repository that was deleted meanwhile.
      if (this.watched.get(keyOf(repository)) === watched) throw error;
    }
  }

  private async tellChanges(
    repository: RepositoryName,
    watched: Watched,
    hooks: readonly HookRecord[],
  ): Promise<void> {
    const refs = await this.readRefs(repository);
    const changes = diffRefs(watched.refs, refs);
    watched.refs = refs;
    if (changes.length === 0) return;
    const { store, addresses, records, describeContext } = this.options;
    await records.touch(repository);
    const place = {
      addresses,
      repository,
      directory: store.directoryOf(repository),
      defaultBranch: await store.defaultBranch(repository),
    };
    const context = await describeContext(repository);
    for (const change of selectTold(changes)) {
      const events = await describeEvents(place, change, context);
      events.forEach(event => this.send(hooks, event));
    }
  }

  private send(
    hooks: readonly HookRecord[],
    { event, payload }: HookEvent,
  ): void {
    const own = hooks
      .filter(({ isActive, events }) => isActive && events.includes(event))
      .map(
        ({ url, secret }) => ({ url, secret, target: 'repository' } as const),
      );
    const all = this.options.systemHooks.map(
      hook => ({ ...hook, target: 'system' } as const),
    );
    for (const receiver of [...own, ...all]) {
      this.options.deliveries.send(receiver, event, payload);
    }
  }
}
