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

function build(...snapshots: [number, DataVersion[]][]) {
  const builder = new DataTimelineBuilder();
  for (const [position, outputs] of snapshots) builder.add(position, outputs);
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

  it('takes the first of a path that is declared twice', () => {
    const timeline = build([0, [output('a', '1'), output('a', '2')]]);
    expect(changes(timeline, 'a')).toEqual(['0 added']);
  });
});
