import { planIndexing } from './planIndexing';

type IndexedState = Parameters<typeof planIndexing>[0];
type WantedState = Parameters<typeof planIndexing>[1];

const INDEXED: IndexedState = { head: 'b', readers: 'r1', complete: true };
const WANTED: WantedState = { head: 'b', readers: 'r1', continues: true };

describe('planIndexing', () => {
  it.each<
    [
      string,
      Partial<IndexedState>,
      Partial<WantedState>,
      ReturnType<typeof planIndexing>,
    ]
  >([
    [
      'does nothing when all is equal',
      {},
      {},
      { reason: 'equal', history: 'keep', readings: 'keep' },
    ],
    [
      'does nothing in an empty repository',
      { head: undefined },
      { head: undefined },
      { reason: 'equal', history: 'keep', readings: 'keep' },
    ],
    [
      'begins where nothing is indexed',
      { head: undefined, readers: undefined },
      {},
      { reason: 'missing', history: 'rebuild', readings: 'rebuild' },
    ],
    [
      'appends what is new',
      {},
      { head: 'c' },
      { reason: 'new-commits', history: 'append', readings: 'continue' },
    ],
    [
      'walks again after a forced push',
      {},
      { head: 'c', continues: false },
      { reason: 'history-rewritten', history: 'rebuild', readings: 'rebuild' },
    ],
    [
      'drops what no branch holds',
      {},
      { head: undefined },
      { reason: 'branch-gone', history: 'drop', readings: 'rebuild' },
    ],
    [
      'reads again when a reader changed',
      {},
      { readers: 'r2' },
      { reason: 'reader-changed', history: 'keep', readings: 'rebuild' },
    ],
    [
      'reads again and appends when both changed',
      {},
      { readers: 'r2', head: 'c' },
      { reason: 'reader-changed', history: 'append', readings: 'rebuild' },
    ],
    [
      'goes on where it was interrupted',
      { complete: false },
      {},
      { reason: 'interrupted', history: 'keep', readings: 'continue' },
    ],
  ])('%s', (_, indexed, wanted, plan) => {
    expect(
      planIndexing({ ...INDEXED, ...indexed }, { ...WANTED, ...wanted }),
    ).toEqual(plan);
  });
});
