import { planScale } from './planScale';

type SetSize = Parameters<typeof planScale>[1];

const rolling = (
  maxSurge: number | string,
  maxUnavailable: number | string,
) => ({
  type: 'RollingUpdate' as const,
  rollingUpdate: { maxSurge, maxUnavailable },
});
const recreate = { ...rolling(0, 0), type: 'Recreate' as const };

const all = (replicas: number): SetSize => ({ replicas, available: replicas });

describe('planScale', () => {
  it.each<
    [
      string,
      number,
      ReturnType<typeof rolling> | typeof recreate,
      SetSize,
      SetSize[],
      { current: number; old: number[] },
    ]
  >([
    [
      'a first set',
      3,
      rolling('25%', '25%'),
      all(0),
      [],
      { current: 3, old: [] },
    ],
    [
      'a new set beside an old one: one more than wanted',
      4,
      rolling('25%', '25%'),
      all(0),
      [all(4)],
      { current: 1, old: [3] },
    ],
    [
      'no more while the new pod does not serve',
      4,
      rolling('25%', '25%'),
      { replicas: 2, available: 0 },
      [all(3)],
      { current: 2, old: [3] },
    ],
    [
      'one further as soon as it serves',
      4,
      rolling(1, 0),
      all(1),
      [all(4)],
      { current: 1, old: [3] },
    ],
    [
      'an old set whose pods serve nobody',
      4,
      rolling(1, 1),
      { replicas: 1, available: 0 },
      [{ replicas: 4, available: 0 }],
      { current: 1, old: [3] },
    ],
    [
      'neither more nor less allowed: one less all the same',
      2,
      rolling(0, 0),
      all(0),
      [all(2)],
      { current: 0, old: [1] },
    ],
    [
      'fewer wanted',
      1,
      rolling('25%', '25%'),
      all(3),
      [],
      { current: 1, old: [] },
    ],
    [
      'none wanted',
      0,
      rolling('25%', '25%'),
      all(0),
      [all(2)],
      { current: 0, old: [0] },
    ],
    [
      'recreation: first away',
      2,
      recreate,
      all(0),
      [all(2)],
      { current: 0, old: [0] },
    ],
    [
      'recreation: then anew',
      2,
      recreate,
      all(0),
      [all(0)],
      { current: 2, old: [0] },
    ],
  ])('%s', (_what, replicas, strategy, current, old, plan) => {
    expect(planScale({ replicas, strategy }, current, old)).toEqual(plan);
  });
});
