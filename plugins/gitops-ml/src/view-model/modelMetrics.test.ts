import {
  createModel,
  createVersion,
  fraudModel,
} from '../__testUtils__/fixtures/models';
import { collectMetricPoints } from './collectMetricPoints';
import { describeDirection } from './describeDirection';
import { describeLimits } from './describeLimits';
import {
  compareMetric,
  describeMetric,
  listMetrics,
  selectMetrics,
} from './modelMetrics';

const auc = { file: 'm.json', name: 'auc' };
const withAuc = (value: number) =>
  createVersion({ version: `v${value}`, metrics: [{ ...auc, value }] });

describe('selectMetrics', () => {
  it('takes the main metric first, then those with limits, at most three', () => {
    expect(
      selectMetrics(fraudModel).map(({ name, better }) => [name, better]),
    ).toEqual([
      ['auc', 'higher'],
      ['log_loss', 'lower'],
      ['recall_at_1pct_fpr', undefined],
    ]);
    expect(listMetrics(fraudModel)).toHaveLength(4);
  });

  it('keeps the same name in two files apart', () => {
    const model = createModel({
      name: 'm',
      versions: [
        createVersion({
          version: 'v1',
          metrics: [
            { file: 'a.json', name: 'auc', value: 1 },
            { file: 'b.json', name: 'auc', value: 2 },
          ],
        }),
      ],
    });
    expect(listMetrics(model).map(describeMetric)).toEqual([
      'auc (a)',
      'auc (b)',
    ]);
  });

  it('names as much of the file as it takes', () => {
    const versions = [
      createVersion({
        version: 'v1',
        metrics: ['a/m.json', 'b/m.json', 'b/n.json', 'b/n.yaml'].map(file => ({
          file,
          name: 'auc',
          value: 1,
        })),
      }),
    ];
    expect(
      listMetrics(createModel({ name: 'm', versions })).map(describeMetric),
    ).toEqual([
      'auc (a/m.json)',
      'auc (b/m.json)',
      'auc (n.json)',
      'auc (n.yaml)',
    ]);
  });

  it("takes limits and the main metric for those of the descriptor's file", () => {
    const model = createModel({
      name: 'm',
      metricsFile: 'b.json',
      mainMetric: { name: 'auc', better: 'higher' },
      thresholds: [{ metric: 'loss', max: 0.1 }],
      versions: [
        createVersion({
          version: 'v1',
          metrics: ['a.json', 'b.json'].flatMap(file => [
            { file, name: 'loss', value: 1 },
            { file, name: 'auc', value: 1 },
          ]),
        }),
      ],
    });
    expect(
      listMetrics(model).map(({ file, name, better, max }) => [
        file,
        name,
        better,
        max,
      ]),
    ).toEqual([
      ['b.json', 'auc', 'higher', undefined],
      ['b.json', 'loss', 'lower', 0.1],
      ['a.json', 'loss', undefined, undefined],
      ['a.json', 'auc', undefined, undefined],
    ]);
  });

  it('guesses no direction from a range', () => {
    const model = createModel({
      name: 'm',
      thresholds: [{ metric: 'auc', min: 0.1, max: 0.9 }],
      versions: [withAuc(0.5)],
    });
    expect(listMetrics(model)[0].better).toBeUndefined();
  });
});

describe('compareMetric', () => {
  it.each([
    ['higher' as const, 0.9, 0.8, 'better'],
    ['higher' as const, 0.8, 0.9, 'worse'],
    ['lower' as const, 0.8, 0.9, 'better'],
    ['lower' as const, 0.9, 0.9, 'same'],
    [undefined, 0.9, 0.8, undefined],
  ])('judges %s from %d to %d', (better, now, before, verdict) => {
    const reading = compareMetric(withAuc(now), withAuc(before), {
      ...auc,
      better,
    });
    expect(reading.verdict).toBe(verdict);
  });

  it('compares nothing with nothing', () => {
    expect(
      compareMetric(createVersion({ version: 'v1' }), undefined, auc),
    ).toMatchObject({
      value: undefined,
      delta: undefined,
      withinLimits: undefined,
    });
  });

  it.each([
    [{ min: 0.9 }, 0.9, true, '≥ 0.9, met'],
    [{ min: 0.9 }, 0.89, false, '≥ 0.9, missed'],
    [{ max: 0 }, 0, true, '≤ 0, met'],
    [{ min: 0, max: 1 }, 2, false, '≥ 0 and ≤ 1, missed'],
    [{}, 2, undefined, '—'],
  ])('holds %j against %d', (limits, value, within, words) => {
    const reading = compareMetric(withAuc(value), undefined, {
      ...auc,
      ...limits,
    });
    expect(reading.withinLimits).toBe(within);
    expect(describeLimits(reading)).toBe(words);
  });
});

describe('collectMetricPoints', () => {
  const model = createModel({
    name: 'm',
    versions: [withAuc(0.9), withAuc(0.95), createVersion({ version: 'v0' })],
  });

  it('goes from the oldest version on, and leaves gaps', () => {
    expect(
      collectMetricPoints(model, { ...auc, better: 'higher' }).map(point => [
        point.version,
        point.value,
        point.isBest,
      ]),
    ).toEqual([
      ['v0', undefined, false],
      ['v0.95', 0.95, true],
      ['v0.9', 0.9, false],
    ]);
  });

  it('calls none best without a declared direction', () => {
    expect(collectMetricPoints(model, auc).some(({ isBest }) => isBest)).toBe(
      false,
    );
    expect(describeDirection(auc)).toBe(
      'no direction declared, so none is called best · m.json',
    );
  });
});
