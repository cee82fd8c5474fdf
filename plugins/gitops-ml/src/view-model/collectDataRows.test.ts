import { createOutput, dataResponse } from '../__testUtils__/fixtures/data';
import { collectDataRows, searchDataRows, sumData } from './collectDataRows';

describe('collectDataRows', () => {
  it.each([
    [{ size: 0, previous: { size: 10 } }, -10],
    [{ size: 10, previous: { size: 10 } }, 0],
    [{ size: 10, previous: {} }, undefined],
    [{ size: 10 }, undefined],
    [{ previous: { size: 10 } }, undefined],
  ])('compares %j only where both sizes are known', (sizes, delta) => {
    const [row] = collectDataRows([createOutput({ path: 'a', ...sizes })]);
    expect(row.sizeDelta).toBe(delta);
  });

  it('keeps a path that is declared twice as two rows', () => {
    const rows = collectDataRows([
      createOutput({ path: 'a', declaredIn: { path: 'a.dvc', line: 2 } }),
      createOutput({ path: 'a', declaredIn: { path: 'dvc.lock', line: 9 } }),
    ]);
    expect(rows.map(({ id }) => id)).toEqual(['a a.dvc:2', 'a dvc.lock:9']);
  });

  it('finds rows by what they are made by and read by', () => {
    const rows = collectDataRows(dataResponse.outputs);
    expect(
      searchDataRows(rows, 'describe').map(row => row.output.path),
    ).toEqual(['models/fraud.joblib']);
  });
});

describe('sumData', () => {
  it('counts what has no size or place apart from what has', () => {
    expect(sumData(dataResponse.outputs)).toEqual({
      outputs: 7,
      bytes: 1_356_138_970,
      unsized: 0,
      unmade: 1,
      notPushed: 1,
      notChecked: 0,
    });
  });
});
