import { KeptRelease } from './Release';
import { KnownReleases, planReleases, Watch } from './planReleases';
import { SeenPods, SeenState } from './SeenState';

const NOW = '2026-11-21T12:00:00.000Z';
const BEFORE = '2026-11-21T11:59:00.000Z';
const SINCE = '2026-11-21T11:59:30Z';

const pods = (version: string, change: Partial<SeenPods> = {}): SeenPods => ({
  pods: `u/${version}:hash-${version}`,
  identity: {
    status: 'known',
    model: { name: 'fraud', version },
    images: ['image'],
  },
  configMaps: [`release-${version}`],
  createdAt: `2026-11-2${version}T00:00:00Z`,
  ...change,
});

const stable = (
  version: string,
  change: Partial<NonNullable<SeenState['stable']>> = {},
) => ({ ...pods(version), since: undefined, before: undefined, ...change });

const seen = (change: Partial<SeenState>): SeenState => ({
  at: NOW,
  stable: undefined,
  candidate: undefined,
  aborted: undefined,
  earlier: [],
  ...change,
});

const kept = (version: string): KeptRelease => ({
  at: `2026-11-2${version}T01:00:00Z`,
  atFrom: 'object',
  after: undefined,
  provenance: 'watched',
  outcome: 'stable',
  previous: undefined,
  reached: undefined,
  message: undefined,
  git: { commit: undefined, parts: {} },
  ...pods(version),
});

const known = (version?: string): KnownReleases => ({
  lastStable: version ? kept(version) : undefined,
  hashes: new Set(version ? [`hash-${version}`] : []),
});

const WATCHED: Watch = { isWatched: true, until: BEFORE };
const FIRST: Watch = { isWatched: false, until: undefined };
const AWAY: Watch = { isWatched: false, until: '2026-11-20T12:00:00Z' };

describe('what became stable', () => {
  it.each<[string, Partial<SeenState>, KnownReleases, Watch, object]>([
    [
      'has the time that the object says',
      { stable: stable('2', { since: SINCE }) },
      known('1'),
      WATCHED,
      { at: SINCE, atFrom: 'object', after: undefined, provenance: 'watched' },
    ],
    [
      'lies between two looks where the object says nothing',
      { stable: stable('2') },
      known('1'),
      WATCHED,
      { at: NOW, atFrom: 'observed', after: BEFORE, provenance: 'watched' },
    ],
    [
      'was seen to become so where nothing ran before',
      { stable: stable('1', { since: SINCE }) },
      known(),
      WATCHED,
      { at: SINCE, provenance: 'watched', previous: undefined },
    ],
    [
      'is found where it ran before anybody watched',
      { stable: stable('1', { since: SINCE }) },
      known(),
      FIRST,
      { at: SINCE, atFrom: 'object', provenance: 'found' },
    ],
    [
      'lies between its pods and the next ones where only those say something',
      { stable: stable('1', { before: '2026-11-21T06:00:00Z' }) },
      known(),
      FIRST,
      {
        at: '2026-11-21T06:00:00Z',
        after: '2026-11-21T00:00:00Z',
        atFrom: 'pods',
        provenance: 'found',
      },
    ],
    [
      'is found, too, where nobody watched for a while',
      { stable: stable('0') },
      known('1'),
      AWAY,
      // Later than what was known to run.
      { at: NOW, after: '2026-11-21T01:00:00Z', provenance: 'found' },
    ],
  ])('%s', (_, change, before, watch, expected) => {
    const plan = planReleases(seen(change), before, watch);
    expect(plan).toEqual([
      expect.objectContaining({ outcome: 'stable', ...expected }),
    ]);
    expect(plan[0].previous).toEqual(before.lastStable?.identity);
  });

  it.each<[string, NonNullable<SeenState['stable']>]>([
    ['the same pods', stable('1')],
    [
      // After an aborted candidate the controller gives them another number.
      'the same pods by another number',
      stable('1', { pods: 'u/3:hash-1', since: SINCE }),
    ],
    [
      'other pods that serve the same',
      stable('1', { pods: 'u/4:other', since: SINCE }),
    ],
  ])('is nothing new where it is %s', (_, again) => {
    expect(planReleases(seen({ stable: again }), known('1'), WATCHED)).toEqual(
      [],
    );
  });

  it.each<[string, Partial<SeenPods>]>([
    ['another image', { identity: { ...pods('1').identity, images: ['b'] } }],
    ['other settings', { configMaps: ['release-1', 'settings-2'] }],
  ])('is new where the same model runs with %s', (_, change) => {
    const next = stable('1', { ...change, pods: 'u/2:hash-2', since: SINCE });
    expect(planReleases(seen({ stable: next }), known('1'), WATCHED)).toEqual([
      expect.objectContaining({ pods: 'u/2:hash-2', outcome: 'stable' }),
    ]);
  });
});

describe('what was aborted', () => {
  const aborted = {
    ...pods('2'),
    message: 'RolloutAborted',
    reached: { index: 2, count: 5, inferred: false },
  };

  it('is kept with its time, its step and what runs on', () => {
    const state = seen({
      stable: stable('1'),
      aborted: { ...aborted, abortedAt: SINCE },
    });
    expect(planReleases(state, known('1'), WATCHED)).toEqual([
      expect.objectContaining({
        outcome: 'aborted',
        at: SINCE,
        atFrom: 'object',
        previous: pods('1').identity,
        identity: pods('2').identity,
        message: 'RolloutAborted',
        reached: { index: 2, count: 5, inferred: false },
      }),
    ]);
  });

  it('a second time is another row', () => {
    const rows = [SINCE, NOW].map(abortedAt =>
      planReleases(
        seen({ stable: stable('1'), aborted: { ...aborted, abortedAt } }),
        known('1'),
        WATCHED,
      ).map(row => row.pods),
    );
    expect(rows).toEqual([[`u/2:hash-2@${SINCE}`], [`u/2:hash-2@${NOW}`]]);
  });
});

describe('pods that are kept for going back', () => {
  const earlier = [
    { ...pods('3'), message: 'Metric "auc" assessed Failed' },
    { ...pods('2'), message: undefined },
    { ...pods('1'), message: undefined },
  ];
  const state = seen({ earlier });

  it('prove that they were made, and not what became of them', () => {
    expect(planReleases(state, known('1'), FIRST)).toEqual([
      expect.objectContaining({
        pods: pods('2').pods,
        at: pods('2').createdAt,
        outcome: 'unknown',
        provenance: 'replica-set',
      }),
      expect.objectContaining({
        pods: pods('3').pods,
        message: 'Metric "auc" assessed Failed',
      }),
    ]);
  });

  it('prove nothing new while it was watched', () => {
    expect(planReleases(state, known('1'), WATCHED)).toEqual([]);
    const until = '2026-11-22T12:00:00Z';
    const plan = planReleases(state, known('1'), { isWatched: false, until });
    expect(plan.map(row => row.pods)).toEqual([pods('3').pods]);
  });
});
