import { DataVersion, DvcHash } from '@gitops-ml/core';
import { DataTimelineBuilder } from './DataTimeline';

const output = (
  path: string,
  value: string | undefined,
  size?: number,
  algorithm: DvcHash['algorithm'] = 'md5',
): DataVersion => ({
  path,
  kind: 'file',
  hash: value === undefined ? undefined : { algorithm, value },
  unreadable: false,
  size,
  files: undefined,
  declaredIn: { path: `${path}.dvc`, line: 1 },
  stage: undefined,
  remote: undefined,
  push: true,
  cache: true,
  external: false,
  imported: undefined,
  description: undefined,
  role: 'data',
});

const unread = (path: string): DataVersion => ({
  ...output(path, undefined),
  unreadable: true,
});

function build(...snapshots: [number, DataVersion[], broken?: string[]][]) {
  const builder = new DataTimelineBuilder();
  for (const [position, outputs, broken] of snapshots) {
    builder.add(position, outputs, new Set(broken));
  }
  return builder.build();
}

const changes = (timeline: ReturnType<typeof build>, path: string) =>
  timeline.versions
    .get(path)
    ?.map(({ position, change }) => `${position} ${change}`);

describe('DataTimelineBuilder', () => {
  it('notes where an output came, changed, went and came back', () => {
    const timeline = build(
      [0, [output('a', '1')]],
      [3, [output('a', '1'), output('b', '1')]],
      [4, [output('a', '2'), output('b', '1')]],
      [7, [output('b', '1')]],
      [8, [output('b', '1')]],
      [9, [output('a', '2'), output('b', '1')]],
    );
    expect(changes(timeline, 'a')).toEqual([
      '0 added',
      '4 modified',
      '7 deleted',
      '9 added',
    ]);
    expect(changes(timeline, 'b')).toEqual(['3 added']);
  });

  it('takes the same sum under another name for a migration', () => {
    const timeline = build(
      [0, [output('a', '1', 5, 'md5-dos2unix')]],
      [1, [output('a', '1', 5, 'md5')]],
      [2, [output('a', '2', 5, 'md5')]],
    );
    expect(changes(timeline, 'a')).toEqual([
      '0 added',
      '1 migrated',
      '2 modified',
    ]);
  });

  it('keeps an output that never ran apart from one that ran', () => {
    const timeline = build(
      [0, [output('a', undefined)]],
      [1, [output('a', '1')]],
    );
    expect(changes(timeline, 'a')).toEqual(['0 added', '1 modified']);
  });

  it('has a point of sizes only where a size changed; 0 is a size, unknown is none', () => {
    const timeline = build(
      [0, [output('a', '1', 0), output('b', '1')]],
      [1, [output('a', '2', 0), output('b', '1')]],
      [2, [output('a', '3', 7)]],
      [3, []],
    );
    expect(
      timeline.sizes.map(({ position, bytes }) => [
        position,
        Object.fromEntries(bytes),
      ]),
    ).toEqual([
      [0, { a: 0 }],
      [2, { a: 7 }],
      [3, {}],
    ]);
  });

  it('takes what a broken file leaves unsaid for no change', () => {
    const timeline = build(
      [0, [output('a', '1', 5), output('b', '1', 5)]],
      [1, [unread('a')], ['b.dvc']],
      [2, [output('a', '1', 5), output('b', '2', 6)]],
      [3, [unread('a'), output('b', '2', 6)]],
      [4, [output('b', '2', 6)]],
    );
    expect(changes(timeline, 'a')).toEqual(['0 added', '4 deleted']);
    expect(changes(timeline, 'b')).toEqual(['0 added', '2 modified']);
    expect(
      timeline.sizes.map(({ position, bytes }) => [
        position,
        Object.fromEntries(bytes),
      ]),
    ).toEqual([
      [0, { a: 5, b: 5 }],
      [2, { a: 5, b: 6 }],
      [4, { b: 6 }],
    ]);
  });

  it('takes an output of a template for unknown while its lock is broken', () => {
    const made = {
      ...output('a', '1'),
      declaredIn: { path: 'dvc.yaml', line: 1 },
    };
    const timeline = build([0, [made]], [1, [], ['dvc.lock']], [2, []]);
    expect(changes(timeline, 'a')).toEqual(['0 added', '2 deleted']);
  });

  it('takes the first of a path that is declared twice', () => {
    const timeline = build([0, [output('a', '1'), output('a', '2')]]);
    expect(changes(timeline, 'a')).toEqual(['0 added']);
  });
});
