import { LoggerService } from '@backstage/backend-plugin-api';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { DeliveryRecorder } from '../deliveries/DeliveryRecorder';
import { DeclareEnvironments } from '../live/declareEnvironments';
import { LiveEnvironments } from '../live/LiveEnvironments';
import { DeclaredTarget } from '../live/matchEnvironments';
import {
  NoteTools,
  noteEnvironment,
  NOTHING_NOTED,
  Progress,
} from './noteEnvironment';

/** What a watcher works with. */
interface ReleaseWatcherOptions {
  tools: NoteTools & {
    live: Pick<LiveEnvironments, 'look' | 'configMap'>;
    declare: DeclareEnvironments;
  };
  recorder: Pick<DeliveryRecorder, 'settle'>;
  logger: LoggerService;
  /** Called when a release of an entity was kept. */
  onAdded: (entity: Entity) => void;
  now?: () => number;
  /** Changes that come together are looked at together. */
  delayMs?: number;
}

interface Followed {
  entity: Entity;
  /** What its environments depend on. */
  subjects: ReadonlySet<string>;
  /** What the repository declared at this head of the index. */
  declared: { head: string; targets: DeclaredTarget[] } | undefined;
  /** By environment. */
  progress: Map<string, Progress>;
  timer: NodeJS.Timeout | undefined;
  running: Promise<void> | undefined;
  again: boolean;
}

const DELAY_MS = 200;

/**
 * Keeps the releases of all entities that are followed, whether somebody has their page open
 * or not. Asks the clusters nothing of its own: it looks when what is watched for the pages
 * changed, and at every round of the tracking, by which gaps in watching are told from quiet.
 */
export class ReleaseWatcher {
  readonly #options: ReleaseWatcherOptions;
  readonly #now: () => number;
  readonly #followed = new Map<string, Followed>();
  #isClosed = false;

  constructor(options: ReleaseWatcherOptions) {
    this.#options = options;
    this.#now = options.now ?? Date.now;
  }

  /** These are all entities there are; looks at each of them. */
  follow(entities: readonly Entity[]): void {
    const refs = new Set(entities.map(entity => stringifyEntityRef(entity)));
    for (const [ref, { timer }] of this.#followed) {
      if (refs.has(ref)) continue;
      clearTimeout(timer);
      this.#followed.delete(ref);
    }
    for (const entity of entities) {
      const { followed } = this.#ensure(entity);
      followed.entity = entity;
      this.#schedule(followed);
    }
  }

  /** Somebody looked at an entity, which may be a new one, whose environments depend on these. */
  looked(entity: Entity, subjects: readonly string[]): void {
    const { followed, isNew } = this.#ensure(entity);
    const before = followed.subjects;
    followed.subjects = new Set(subjects);
    if (isNew || subjects.some(subject => !before.has(subject))) {
      this.#schedule(followed);
    }
  }

  /** Something changed of what environments depend on. */
  changed(subject: string): void {
    for (const followed of this.#followed.values()) {
      if (followed.subjects.has(subject)) this.#schedule(followed);
    }
  }

  close(): void {
    this.#isClosed = true;
    for (const { timer } of this.#followed.values()) clearTimeout(timer);
    this.#followed.clear();
  }

  #ensure(entity: Entity): { followed: Followed; isNew: boolean } {
    const ref = stringifyEntityRef(entity);
    const known = this.#followed.get(ref);
    if (known) return { followed: known, isNew: false };
    const followed: Followed = {
      entity,
      subjects: new Set(),
      declared: undefined,
      progress: new Map(),
      timer: undefined,
      running: undefined,
      again: false,
    };
    this.#followed.set(ref, followed);
    return { followed, isNew: true };
  }

  #schedule(followed: Followed): void {
    if (this.#isClosed) return;
    if (followed.running) {
      followed.again = true;
      return;
    }
    const { delayMs = DELAY_MS } = this.#options;
    followed.timer ??= setTimeout(() => {
      followed.timer = undefined;
      followed.running = this.#pass(followed).finally(() => {
        followed.running = undefined;
        if (!followed.again) return;
        followed.again = false;
        this.#schedule(followed);
      });
    }, delayMs).unref();
  }

  async #pass(followed: Followed): Promise<void> {
    const { logger, recorder, onAdded } = this.#options;
    const { entity } = followed;
    try {
      await recorder.settle();
      if (await this.#note(followed)) onAdded(entity);
    } catch (error) {
      if (this.#isClosed) return;
      logger.warn(
        `What runs of ${stringifyEntityRef(
          entity,
        )} could not be kept: ${error}`,
      );
    }
  }

  async #note(followed: Followed): Promise<boolean> {
    const { tools } = this.#options;
    const { entity, progress } = followed;
    const binding = tools.revisions.bind(entity);
    if (binding.kind === 'unbound') return false;
    const declared = await this.#declare(followed);
    const found = tools.live.look(entity, binding, declared ?? []);
    // Without the repository their names are not known, and names are what is kept.
    if (!declared) return false;
    let isAdded = false;
    for (const live of found) {
      const noted = await noteEnvironment(tools, {
        entity,
        live,
        subject: {
          repository: binding.repository.key,
          folder: binding.path,
          environment: live.name,
        },
        progress: progress.get(live.name) ?? NOTHING_NOTED,
        now: new Date(this.#now()).toISOString(),
      });
      progress.set(live.name, noted.progress);
      isAdded ||= noted.isAdded;
    }
    return isAdded;
  }

  /** Git is asked again only where the index has moved on; `undefined` before the first mirror. */
  async #declare(followed: Followed): Promise<DeclaredTarget[] | undefined> {
    const { revisions, declare } = this.#options.tools;
    const head = await revisions.indexedHead(followed.entity);
    const { declared } = followed;
    if (declared && declared.head === head) return declared.targets;
    const { targets } = await revisions.view<{
      targets: DeclaredTarget[] | undefined;
    }>(followed.entity, undefined, { targets: undefined }, async view => {
      const found = await declare(view);
      return { targets: found.declared, problems: [] };
    });
    followed.declared =
      targets && head !== undefined ? { head, targets } : undefined;
    return targets;
  }
}
