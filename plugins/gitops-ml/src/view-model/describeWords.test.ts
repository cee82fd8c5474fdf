import { createOutput } from '../__testUtils__/fixtures/data';
import { createEnvelope } from '../__testUtils__/fixtures/envelope';
import {
  brokenPointer,
  mergeConflict,
  unsupportedForeach,
} from '../__testUtils__/fixtures/problems';
import { describeChange } from './describeChange';
import { describeOrigin } from './describeOrigin';
import { describePlace } from './describePlace';
import { describeProblems } from './describeProblems';
import { drawSpark } from './drawSpark';
import { truncateMiddle } from './truncateMiddle';

describe('describeOrigin', () => {
  it.each([
    [{ stage: 'prepare' }, 'prepare', 'stage'],
    [{}, 'dvc add', 'pointer file'],
    [
      {
        imported: { kind: 'dvc', url: 'git@forge:ml/registry.git', rev: 'v2' },
      },
      'registry',
      'dvc import · v2',
    ],
    [
      { imported: { kind: 'url', url: 'https://h/d/x.csv' } },
      'x.csv',
      'dvc import-url',
    ],
    [{ imported: { kind: 'db' } }, 'db', 'dvc import-db'],
    [{ imported: { kind: 'dataset' } }, 'dataset', 'dataset'],
  ])('says where %j comes from', (output, title, detail) => {
    expect(describeOrigin(createOutput({ path: 'a', ...output }))).toEqual({
      title,
      detail,
    });
  });
});

describe('describeProblems', () => {
  it('counts errors and warnings apart', () => {
    expect(
      describeProblems([brokenPointer, mergeConflict, unsupportedForeach]),
    ).toEqual({
      title: '3 problems in reading',
      subtitle: '2 errors, 1 warning. All that could be read is shown below.',
    });
  });
});

describe('describePlace', () => {
  it('names folder, repository and revision', () => {
    const envelope = createEnvelope();
    expect(
      describePlace({
        ...envelope,
        repository: { ...envelope.repository, path: 'services/fraud' },
      }),
    ).toBe(
      'the folder services/fraud of http://localhost:3200/ml/fraud-detector.git at main (git:3f2a1c9)',
    );
  });
});

describe('describeChange', () => {
  it.each([
    ['added', 'added'],
    ['deleted', 'removed'],
    ['split', 'neutral'],
  ])('gives %s the tone %s', (change, tone) => {
    expect(describeChange(change).tone).toBe(tone);
  });
});

describe('truncateMiddle', () => {
  it.each([
    ['short', 10, 'short'],
    ['data/raw/transactions.csv', 11, 'data/…s.csv'],
    ['日本語のデータ', 5, '日本…ータ'],
  ])('keeps both ends of %s', (text, length, shown) => {
    expect(truncateMiddle(text, length)).toBe(shown);
  });
});

describe('drawSpark', () => {
  it.each([
    [[], []],
    [[5], [[3, 12]]],
    [
      [2, 2],
      [
        [3, 12],
        [97, 12],
      ],
    ],
    [
      [0, 1],
      [
        [3, 21],
        [97, 3],
      ],
    ],
  ])('draws %j', (values, points) => {
    expect(drawSpark(values, 100, 24)).toEqual(points);
  });
});
