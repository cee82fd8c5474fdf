import { createVersion } from '../__testUtils__/fixtures/models';
import { describeMissingMetrics } from './describeMissingMetrics';

const version = createVersion({ version: 'v1' });

describe('describeMissingMetrics', () => {
  it('says nothing where a version has a metric, be it 0', () => {
    const metrics = [{ file: 'm.json', name: 'auc', value: 0 }];
    expect(
      describeMissingMetrics({ versions: [version, { ...version, metrics }] }),
    ).toBeUndefined();
  });

  it('tells values that lie elsewhere from none', () => {
    expect(
      describeMissingMetrics({
        versions: [{ ...version, metricsInRemote: ['eval/m.json'] }],
      }),
    ).toContain('eval/m.json lies in the DVC remote');
    expect(describeMissingMetrics({ versions: [version] })).toContain(
      'no metrics file is in Git',
    );
  });
});
