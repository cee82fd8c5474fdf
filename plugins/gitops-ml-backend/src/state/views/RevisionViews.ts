import { NotFoundError } from '@backstage/errors';
import { Entity } from '@backstage/catalog-model';
import {
  CommitView,
  Envelope,
  RefreshResponse,
} from '@gitops-ml/backstage-plugin-gitops-ml-common';
import { EntryReading } from '@gitops-ml/core';
import { Commit, Repository as GitRepository } from '@gitops-ml/git';
import { Knex } from 'knex';
import { ForgeLinks, forgeLinks } from '../../forge/forgeLinks';
import { selectCommitsAt } from '../../index/operations/selectCommitsAt';
import { selectPathChanges } from '../../index/operations/selectPathChanges';
import { selectPosition } from '../../index/operations/selectPosition';
import { PathChangeRow } from '../../index/tables';
import { RevisionReader } from '../../index/RevisionReader';
import { RepositoryKeeper } from '../../index/tracking/RepositoryKeeper';
import { RepositoryState } from '../../index/tracking/readRepositoryState';
import { assembleEnvelope } from '../assemble/assembleEnvelope';
import { Revision } from '../assemble/Revision';
import { toCommitView } from '../assemble/toCommitView';
import {
  bindEntity,
  Binding,
  BindingRules,
  Bound,
} from '../binding/bindEntity';
import { TopicOf, topicOfEntity } from '../createTopics';
import { Timelines } from '../history/loadTimelines';
import { TimelineCache } from '../history/TimelineCache';
import { withPatience } from './withPatience';

/** One revision of an entity's repository, open for reading. */
export interface OpenView {
  /** Of the repository. */
  key: string;
  git: GitRepository;
  commit: Commit;
  revision: Revision;
  /**
   * The indexed history with the revision's place in it; `undefined` for a commit
   * that is not on it, or not indexed yet.
   */
  history(): Promise<{ timelines: Timelines; position: number } | undefined>;
  /** The place of a commit in the tracked history, 0 is the root; `undefined` off it, or not indexed yet. */
  positionOf(oid: string): Promise<number | undefined>;
  /** What the commits of a range of positions changed, both ends included. */
  changesIn(range: { from: number; to: number }): Promise<PathChangeRow[]>;
  commitsAt(positions: readonly number[]): Promise<Map<number, CommitView>>;
  commits(oids: readonly string[]): Promise<CommitView[]>;
  readingsAt(oid: string): Promise<EntryReading[]>;
}

/** What revisions are opened with. */
interface RevisionViewsOptions {
  database: Knex;
  keeper: RepositoryKeeper;
  reader: RevisionReader;
  timelines: TimelineCache<Timelines>;
  rules: BindingRules;
  topicOf: TopicOf;
  /** How long a page waits for a revision to be read for the first time. */
  patienceMs?: number;
  now?: () => number;
}

const PATIENCE_MS = 5000;

/** Opens revisions for views, or says in the envelope why there is none to show. */
export class RevisionViews {
  readonly #options: RevisionViewsOptions;
  readonly #now: () => number;

  constructor(options: RevisionViewsOptions) {
    this.#options = options;
    this.#now = options.now ?? Date.now;
  }

  /** What the entity may show. */
  bind(entity: Entity): Binding {
    return bindEntity(entity, this.#options.rules);
  }

  /**
   * A view: what `fill` makes of the revision in its envelope, or `empty` where
   * nothing is read yet. Never waits for the forge. Throws NotFoundError for a
   * revision that does not exist.
   */
  async view<T extends object>(
    entity: Entity,
    ref: string | undefined,
    empty: T,
    fill: (view: OpenView) => Promise<T & Pick<Envelope, 'problems'>>,
  ): Promise<Envelope & T> {
    const binding = this.bind(entity);
    const topic = this.#topicOf(entity);
    if (binding.kind === 'unbound') {
      return { ...this.#envelope(topic, binding, undefined), ...empty };
    }
    const { keeper } = this.#options;
    await keeper.want(binding.repository, topic);
    const state = await keeper.stateOf(binding.repository.key);
    const answer = await keeper.use(binding.repository, async git => {
      const opened = await this.#open(git, binding, ref, state);
      const branch = await git.defaultBranch();
      const known = markBehind(state, await git.head());
      if (known !== state) await this.#catchUp(binding, git, state);
      const envelope = this.#envelope(topic, binding, known, branch);
      if (!opened) return { ...envelope, ...empty };
      const { commit, links } = opened;
      return {
        ...envelope,
        revision: {
          ...toCommitView(commit, links),
          ref: ref ?? branch ?? 'HEAD',
        },
        ...(await fill(opened.view)),
      };
    });
    return answer ?? { ...this.#envelope(topic, binding, state), ...empty };
  }

  /** The newest indexed commit; `undefined` where there is none yet, or the entity may show nothing. */
  async indexedHead(entity: Entity): Promise<string | undefined> {
    const binding = this.bind(entity);
    if (binding.kind === 'unbound') return undefined;
    const { keeper } = this.#options;
    return (await keeper.stateOf(binding.repository.key))?.index.head;
  }

  /** Asks for a look at the forge now. */
  async refresh(entity: Entity): Promise<RefreshResponse> {
    const binding = this.bind(entity);
    if (binding.kind === 'unbound') {
      throw new NotFoundError(`${binding.message} ${binding.remedy}`);
    }
    const { keeper } = this.#options;
    await keeper.want(binding.repository, this.#topicOf(entity));
    return { schemaVersion: 1, status: keeper.refresh(binding.repository) };
  }

  #topicOf(entity: Entity): string {
    return topicOfEntity(entity, this.#options.topicOf);
  }

  #envelope(
    topic: string,
    binding: Binding,
    state: RepositoryState | undefined,
    defaultBranch?: string,
  ): Envelope {
    const now = new Date(this.#now()).toISOString();
    return assembleEnvelope({ topic, binding, state, defaultBranch, now });
  }

  async #open(
    git: GitRepository,
    binding: Bound,
    ref: string | undefined,
    state: RepositoryState | undefined,
  ): Promise<
    { view: OpenView; commit: Commit; links: ForgeLinks } | undefined
  > {
    const oid = await git.resolve(ref ?? 'HEAD');
    const commit = oid === undefined ? undefined : await git.commit(oid);
    if (!commit) {
      if (ref === undefined) return undefined;
      throw new NotFoundError(`No revision ${ref} in the repository`);
    }
    const readings = await this.#readings(git, commit.oid, binding);
    if (!readings) return undefined;
    const links = forgeLinks(binding.repository);
    const view = await this.#toView({
      git,
      binding,
      commit,
      readings,
      links,
      state,
    });
    return { view, commit, links };
  }

  /** Another process has indexed what this one's mirror doesn't have yet. */
  async #catchUp(
    { repository }: Bound,
    git: GitRepository,
    state: RepositoryState | undefined,
  ): Promise<void> {
    const head = state?.index.head;
    if (head && !(await git.commit(head))) {
      this.#options.keeper.refresh(repository);
    }
  }

  /** `undefined` when that takes longer than a page should wait; it goes on, and is told when done. */
  async #readings(
    git: GitRepository,
    oid: string,
    { repository }: Bound,
  ): Promise<EntryReading[] | undefined> {
    const { keeper, reader, patienceMs = PATIENCE_MS } = this.#options;
    const reading = reader.read(git, oid);
    const readings = await withPatience(reading, patienceMs);
    if (!readings) {
      // The mirror must stay open for as long as it is read. A failure shows
      // itself when the page asks again.
      keeper
        .use(repository, () => reading)
        .finally(() => keeper.announce(repository.key))
        .catch(() => {});
    }
    return readings;
  }

  async #toView(options: {
    git: GitRepository;
    binding: Bound;
    commit: Commit;
    readings: EntryReading[];
    links: ForgeLinks;
    state: RepositoryState | undefined;
  }): Promise<OpenView> {
    const { git, binding, commit, readings, links, state } = options;
    const { database, reader, timelines } = this.#options;
    const { key } = binding.repository;
    const position = await selectPosition(database, key, commit.oid);
    const commits = async (oids: readonly string[]) =>
      (await git.commits(oids)).map(one => toCommitView(one, links));
    return {
      key,
      git,
      commit,
      revision: { oid: commit.oid, readings, links, folder: binding.path },
      history: async () =>
        state && position !== undefined && position < state.index.commits
          ? { timelines: await timelines.get(key, state.version), position }
          : undefined,
      commits,
      positionOf: one => selectPosition(database, key, one),
      changesIn: range => selectPathChanges(database, key, range),
      commitsAt: async positions => {
        const rows = await selectCommitsAt(database, key, positions);
        const views = await commits(rows.map(({ oid }) => oid));
        const byOid = new Map(views.map(view => [view.oid, view]));
        return new Map(
          rows.flatMap(row => {
            const view = byOid.get(row.oid);
            return view ? [[row.position, view] as const] : [];
          }),
        );
      },
      readingsAt: oid => reader.read(git, oid),
    };
  }
}

/** A mirror that has moved on since it was indexed is about to be indexed again. */
function markBehind(
  state: RepositoryState | undefined,
  head: string | undefined,
): RepositoryState | undefined {
  if (state?.index.status !== 'ready' || state.index.head === head) {
    return state;
  }
  return { ...state, index: { ...state.index, status: 'indexing' } };
}
