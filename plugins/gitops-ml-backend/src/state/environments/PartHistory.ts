import { DeclaredEnvironment, digestsOf, StatePartName } from '@gitops-ml/core';
import { RecentMap } from '../../index/RecentMap';
import { OpenView } from '../views/RevisionViews';
import { CommitState, StateTuples } from './StateTuples';

type Environment = Pick<DeclaredEnvironment, 'name' | 'overlay'>;

/** Which history is asked for. */
interface Question {
  view: OpenView;
  environment: Environment;
  part: StatePartName;
}

/** All parts but the configuration are the same in all environments, of which there may be hundreds. */
const NO_ENVIRONMENT: Environment = { name: '', overlay: undefined };

/** Positions whose changes are read at once. */
const PAGE = 200;
/** Positions that are looked through at most. */
const FARTHEST = 5000;
/** Commits of a range that are compared at most. */
const MOST = 60;
const KEPT = 5000;

/**
 * What the tracked history did to the parts of a state tuple. What lies off it, or too far
 * back, is unknown.
 */
export class PartHistory {
  readonly #tuples: StateTuples;
  readonly #known = new RecentMap<Promise<string | number | undefined>>(KEPT);

  constructor(tuples: StateTuples) {
    this.#tuples = tuples;
  }

  /** How many first-parent commits `to` is ahead of `from`; below 0 where it is behind. */
  async countCommits(
    view: Pick<OpenView, 'positionOf'>,
    from: string,
    to: string,
  ): Promise<number | undefined> {
    const [first, last] = await Promise.all([from, to].map(view.positionOf));
    return first === undefined || last === undefined ? undefined : last - first;
  }

  /** The last commit, up to this one, that changed a part. */
  async changedIn(
    question: Question,
    state: CommitState,
  ): Promise<string | undefined> {
    const found = await this.#once(question, [state.oid], () =>
      this.#findChange(question, state),
    );
    return typeof found === 'string' ? found : undefined;
  }

  /** How many changes of a part `to` is ahead of `from`; below 0 where it is behind. */
  async countVersions(
    question: Question,
    from: CommitState,
    to: CommitState,
  ): Promise<number | undefined> {
    const found = await this.#once(question, [from.oid, to.oid], () =>
      this.#countVersions(question, from, to),
    );
    return typeof found === 'number' ? found : undefined;
  }

  #once(
    question: Question,
    oids: readonly string[],
    work: () => Promise<string | number | undefined>,
  ): Promise<string | number | undefined> {
    const { view, part } = question;
    const { name, overlay } = environmentOf(question);
    const { folder } = view.revision;
    const key = JSON.stringify([view.key, folder, name, overlay, part, oids]);
    const known = this.#known.get(key);
    if (known) return known;
    const found = work();
    this.#known.set(key, found);
    // What is unknown now may be known when the index is further.
    found.then(
      value => value === undefined && this.#known.delete(key),
      () => this.#known.delete(key),
    );
    return found;
  }

  async #findChange(
    question: Question,
    state: CommitState,
  ): Promise<string | undefined> {
    const position = await question.view.positionOf(state.oid);
    if (position === undefined) return undefined;
    const wanted = await this.#digestAt(question, position);
    let same = position;
    for await (const candidate of listCandidates(question, [state], position)) {
      const here = await this.#digestAt(question, candidate);
      if (here !== wanted) {
        // A change that no file of the part tells, such as of what an overlay includes.
        return this.#bisect(question, wanted, { other: candidate, same });
      }
      same = candidate;
      const before = await this.#digestAt(question, candidate - 1);
      if (before !== wanted) return oidAt(question.view, candidate);
    }
    return undefined;
  }

  /** Between a position where the part was something else and a later one. */
  async #bisect(
    question: Question,
    wanted: string | null | undefined,
    { other, same }: { other: number; same: number },
  ): Promise<string | undefined> {
    let [low, high] = [other, same];
    while (high - low > 1) {
      const middle = Math.floor((low + high) / 2);
      const digest = await this.#digestAt(question, middle);
      if (digest === wanted) high = middle;
      else low = middle;
    }
    return oidAt(question.view, high);
  }

  async #countVersions(
    question: Question,
    from: CommitState,
    to: CommitState,
  ): Promise<number | undefined> {
    const [first, last] = await Promise.all(
      [from.oid, to.oid].map(question.view.positionOf),
    );
    if (first === undefined || last === undefined) return undefined;
    const range = {
      from: Math.max(first, last),
      to: Math.min(first, last) + 1,
    };
    const positions = await this.#listPositions(question, [from, to], range);
    if (!positions) return undefined;
    let digest = await this.#digestAt(question, range.to - 1);
    let count = 0;
    for (const position of [...positions, range.from]) {
      const next = await this.#digestAt(question, position);
      if (next !== digest) count++;
      digest = next;
    }
    return last >= first ? count : -count;
  }

  /** Oldest first; `undefined` where there are too many. */
  async #listPositions(
    question: Question,
    states: readonly CommitState[],
    { from, to }: { from: number; to: number },
  ): Promise<number[] | undefined> {
    const positions: number[] = [];
    for await (const one of listCandidates(question, states, from, to)) {
      positions.push(one);
      if (positions.length > MOST) return undefined;
    }
    return positions.reverse();
  }

  /** `undefined` before the root. */
  async #digestAt(
    question: Question,
    position: number,
  ): Promise<string | null | undefined> {
    const { view, part } = question;
    if (position < 0) return undefined;
    const oid = await oidAt(view, position);
    if (oid === undefined) return undefined;
    const { tuple } = await this.#tuples.of(view, oid, environmentOf(question));
    return digestsOf(tuple)[part];
  }
}

function environmentOf({ environment, part }: Question): Environment {
  return part === 'configuration' ? environment : NO_ENVIRONMENT;
}

async function oidAt(
  view: OpenView,
  position: number,
): Promise<string | undefined> {
  return (await view.commitsAt([position])).get(position)?.oid;
}

/** Positions at which a file of the part changed, or any was deleted; the newest first. */
async function* listCandidates(
  { view, part }: Question,
  states: readonly CommitState[],
  from: number,
  to = 0,
): AsyncGenerator<number> {
  const paths = new Set(
    states.flatMap(({ tuple }) => tuple[part]?.paths ?? []),
  );
  const farthest = Math.max(to, from - FARTHEST);
  for (let end = from; end >= farthest; end -= PAGE) {
    const start = Math.max(farthest, end - PAGE + 1);
    const changes = await view.changesIn({ from: start, to: end });
    const positions = changes
      .filter(({ path, oid }) => oid === null || paths.has(path))
      .map(({ position }) => position);
    yield* [...new Set(positions)].sort((a, b) => b - a);
  }
}
