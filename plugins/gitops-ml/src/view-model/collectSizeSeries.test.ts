import { DataResponse } from '@gitops-ml/backstage-plugin-gitops-ml-common';
import { commits } from '../__testUtils__/fixtures/envelope';
import { collectSizeSeries, MAX_POINTS } from './collectSizeSeries';
import { describeSizeGaps } from './describeSizeGaps';

const at = (bytes: Record<string, number>): DataResponse['sizes'][number] => ({
  commit: commits.first,
  bytes,
});

describe('collectSizeSeries', () => {
  it('is no picture without sizes', () => {
    expect(collectSizeSeries([])).toBeUndefined();
  });

  it('lets the newest sizes hold until now', () => {
    const picture = collectSizeSeries([at({ a: 1 }), at({ a: 1, b: 5 })]);
    expect(
      picture?.points.map(({ total, commit }) => [total, !commit]),
    ).toEqual([
      [1, false],
      [6, false],
      [6, true],
    ]);
  });

  it('orders by the largest size ever reached', () => {
    const picture = collectSizeSeries([at({ a: 9, b: 1 }), at({ a: 0, b: 5 })]);
    expect(picture?.series.map(({ label }) => label)).toEqual(['a', 'b']);
    expect(picture?.points[1].bytes).toEqual({ s0: 0, s1: 5 });
  });

  it('leaves out a path whose size is unknown instead of calling it 0', () => {
    const picture = collectSizeSeries([at({ a: 9 }), at({ a: 9, b: 5 })]);
    expect(picture?.points[0].bytes).toEqual({ s0: 9 });
  });

  it('gathers the small ones when there are more than colours', () => {
    const bytes = Object.fromEntries(
      Array.from({ length: 10 }, (_, index) => [`p${index}`, 10 - index]),
    );
    const picture = collectSizeSeries([at(bytes)]);
    expect(picture?.series).toHaveLength(8);
    expect(picture?.series[7].label).toBe('3 smaller outputs');
    expect(picture?.points[0].bytes.s7).toBe(3 + 2 + 1);
    expect(picture?.points[0].total).toBe(55);
  });

  it('says how many commits it leaves out', () => {
    const picture = collectSizeSeries(
      Array.from({ length: MAX_POINTS + 5 }, () => at({ a: 1 })),
    );
    expect(picture?.leftOut).toBe(5);
    expect(picture && describeSizeGaps(picture, 2)).toBe(
      'Not in the picture: 2 outputs without a recorded size. Not drawn: 5 older commits.',
    );
  });
});
