import { dataHistoryResponse } from '../__testUtils__/fixtures/data';
import { commits } from '../__testUtils__/fixtures/envelope';
import { collectDataHistory } from './collectDataHistory';

describe('collectDataHistory', () => {
  it('folds the commits that changed nothing, and compares each version with the one before', () => {
    const lines = collectDataHistory(dataHistoryResponse.versions);
    expect(
      lines.map(line =>
        line.kind === 'unchanged' ? line.commits : [line.id, line.sizeDelta],
      ),
    ).toEqual([
      3,
      [commits.november.oid, 172_312_092],
      [commits.october.oid, 252_013_028],
      23,
      [commits.september.oid, 186_774_874],
      11,
      [commits.first.oid, undefined],
    ]);
  });
});
