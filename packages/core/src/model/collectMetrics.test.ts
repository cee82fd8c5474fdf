import { ValuesFile } from '../facts/dvc';
import { dvcYaml } from './__testUtils__/buildReadings';
import { collectMetrics } from './collectMetrics';

describe('collectMetrics', () => {
  it('keeps numbers, zero included, and names what is in the remote', () => {
    const metrics: ValuesFile[] = [
      {
        path: 'metrics/eval.json',
        state: 'read',
        values: {
          'avg.auc': 0.9,
          loss: 0,
          name: 'best',
          ok: true,
          none: null,
          nan: 'NaN',
          list: [1],
        },
      },
      { path: 'eval/metrics.json', state: 'in-remote', values: {} },
      { path: 'gone.json', state: 'absent', values: {} },
      { path: 'broken.json', state: 'problem', values: {} },
    ];
    expect(collectMetrics([dvcYaml({ metrics })])).toEqual({
      values: [
        { file: 'metrics/eval.json', name: 'avg.auc', value: 0.9 },
        { file: 'metrics/eval.json', name: 'loss', value: 0 },
      ],
      inRemote: ['eval/metrics.json'],
    });
  });

  it('reads a file once that two pipelines name', () => {
    const file: ValuesFile = {
      path: 'm.json',
      state: 'read',
      values: { a: 1 },
    };
    const readings = [
      dvcYaml({ metrics: [file] }),
      dvcYaml({ metrics: [file] }, 'sub/dvc.yaml'),
    ];
    expect(collectMetrics(readings).values).toEqual([
      { file: 'm.json', name: 'a', value: 1 },
    ]);
  });

  it('has nothing of nothing', () => {
    expect(collectMetrics([])).toEqual({ values: [], inRemote: [] });
  });
});
