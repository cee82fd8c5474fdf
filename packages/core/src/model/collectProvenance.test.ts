import {
  dvcLock,
  dvcYaml,
  md5,
  outputOf,
  runOf,
  stageOf,
} from './__testUtils__/buildReadings';
import { collectProvenance } from './collectProvenance';

describe('collectProvenance', () => {
  it('gives the stage with what went in', () => {
    const data = {
      path: 'ml/data',
      external: false,
      hash: md5('dd.dir'),
      size: 9,
      imported: undefined,
    };
    const train = runOf('train', [outputOf('ml/model.pkl')], {
      command: ['fit', 'save'],
      deps: [data],
      params: {
        'ml/params.yaml': { 'train.seed': 7 },
        'ml/other.yaml': { seed: 8 },
        'params.yaml': { seed: 9 },
      },
    });
    const readings = [
      dvcYaml({ stages: [stageOf('train')] }, 'ml/dvc.yaml'),
      dvcLock([train], 'ml/dvc.lock'),
    ];
    expect(collectProvenance(readings, 'ml/model.pkl')).toEqual({
      stage: 'train',
      declaredIn: 'ml/dvc.lock',
      command: 'fit\nsave',
      inputs: [{ path: 'ml/data', hash: md5('dd.dir') }],
      params: {
        'train.seed': 7,
        'ml/other.yaml:seed': 8,
        'params.yaml:seed': 9,
      },
    });
  });

  it.each([
    ['the output itself', 'models/a/m.pkl', 'exact'],
    ['the nearest folder', 'models/a/n.pkl', 'near'],
    ['a farther folder', 'models/b/m.pkl', 'far'],
    ['no namesake', 'models2/m.pkl', undefined],
  ])('finds %s', (_, path, expected) => {
    const readings = [
      dvcYaml({ stages: ['far', 'near', 'exact'].map(each => stageOf(each)) }),
      dvcLock([
        runOf('far', [outputOf('models')]),
        runOf('near', [outputOf('models/a')]),
        runOf('exact', [outputOf('models/a/m.pkl')]),
      ]),
    ];
    expect(collectProvenance(readings, path)?.stage).toBe(expected);
  });

  it('tells the stages of foreach or matrix apart', () => {
    const readings = [
      dvcYaml({ stages: [stageOf('train', { templating: 'generated' })] }),
      dvcLock([
        runOf('train@eu', [outputOf('eu.pkl')]),
        runOf('train@us', [outputOf('us.pkl')]),
      ]),
    ];
    expect(collectProvenance(readings, 'us.pkl')?.stage).toBe('train@us');
  });

  it('has none where the stage was taken out or never ran', () => {
    const run = runOf('train', [outputOf('m.pkl')]);
    const stage = stageOf('train', {
      templating: 'none',
      outs: [outputOf('m.pkl')],
    });
    const takenOut = [dvcYaml(), dvcLock([run])];
    const neverRan = [dvcYaml({ stages: [stage] })];
    expect(collectProvenance(takenOut, 'm.pkl')).toBeUndefined();
    expect(collectProvenance(neverRan, 'm.pkl')).toBeUndefined();
  });
});
