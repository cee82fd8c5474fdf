import { Reader, TraceStep } from '@gitops-ml/core';
import { EntryTracker, FileChange } from './EntryTracker';

const reader: Reader = {
  id: 'polite',
  version: 1,
  entries: paths => paths.filter(path => path.endsWith('.polite')),
  watches: path => path.endsWith('.polite'),
  read: () => ({ facts: undefined, problems: [] }),
};

const TRACE: TraceStep[] = [
  { get: 'a.polite', oid: '1' },
  { get: 'parts/x', oid: null },
  { list: 'docs', suffix: '.md', digest: 'd' },
];

function plan(changes: FileChange[], paths: string[]) {
  const tracker = new EntryTracker([reader]);
  tracker.set({ reader, entry: 'a.polite' }, 'facts', TRACE);
  const { read, gone } = tracker.plan(changes, () => paths);
  return {
    read: read.map(({ entry }) => entry),
    gone: gone.map(({ entry }) => entry),
  };
}

describe('EntryTracker', () => {
  it.each<[string, FileChange[], string[], string[], string[]]>([
    [
      'ignores what nothing asked for',
      [{ path: 'b', kind: 'added' }],
      ['a.polite', 'b'],
      [],
      [],
    ],
    [
      'reads an entry that changed',
      [{ path: 'a.polite', kind: 'modified' }],
      ['a.polite'],
      ['a.polite'],
      [],
    ],
    [
      'reads an entry whose absent file appeared',
      [{ path: 'parts/x', kind: 'added' }],
      ['a.polite'],
      ['a.polite'],
      [],
    ],
    [
      'reads an entry whose listing grew',
      [{ path: 'docs/n.md', kind: 'added' }],
      ['a.polite'],
      ['a.polite'],
      [],
    ],
    [
      'leaves a listing alone whose files only changed',
      [{ path: 'docs/n.md', kind: 'modified' }],
      ['a.polite'],
      [],
      [],
    ],
    [
      'leaves a listing of another suffix alone',
      [{ path: 'docs/n.txt', kind: 'added' }],
      ['a.polite'],
      [],
      [],
    ],
    [
      'finds a new entry',
      [{ path: 'b.polite', kind: 'added' }],
      ['a.polite', 'b.polite'],
      ['b.polite'],
      [],
    ],
    [
      'lets a deleted entry go',
      [{ path: 'a.polite', kind: 'deleted' }],
      [],
      [],
      ['a.polite'],
    ],
  ])('%s', (_, changes, paths, read, gone) => {
    expect(plan(changes, paths)).toEqual({ read, gone });
  });

  it('forgets what a deleted entry asked for', () => {
    const tracker = new EntryTracker([reader]);
    tracker.set({ reader, entry: 'a.polite' }, 'facts', TRACE);
    tracker.delete({ reader, entry: 'a.polite' });
    const changes: FileChange[] = [
      { path: 'parts/x', kind: 'modified' },
      { path: 'docs/n.md', kind: 'added' },
    ];
    expect(tracker.plan(changes, () => [])).toEqual({ read: [], gone: [] });
    expect(tracker.factsOf({ reader, entry: 'a.polite' })).toBeUndefined();
  });
});
