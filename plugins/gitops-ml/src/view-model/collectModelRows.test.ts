import { ModelVersionView } from '@gitops-ml/backstage-plugin-gitops-ml-common';
import {
  createModel,
  createVersion,
  fraudModel,
} from '../__testUtils__/fixtures/models';
import { collectModelRows, searchModelRows } from './collectModelRows';
import { collectModelSummaries } from './collectModelSummaries';
import { describeInputs } from './describeInputs';
import { diffInputs } from './diffInputs';
import { diffParams, flattenParams } from './diffParams';
import { selectMetrics } from './modelMetrics';

type Provenance = NonNullable<ModelVersionView['provenance']>;

const made = (provenance: Partial<Provenance>) =>
  createVersion({
    version: 'v1',
    provenance: {
      stage: 'train',
      declaredIn: 'dvc.lock',
      inputs: [],
      params: {},
      ...provenance,
    },
  });

describe('diffParams', () => {
  it('compares nested values leaf by leaf, and null is a value', () => {
    expect(
      flattenParams({ train: { depth: 8, layers: [1, 2] }, seed: null }),
    ).toEqual({ 'train.depth': '8', 'train.layers': '[1,2]', seed: 'null' });
  });

  it('tells 0, missing and changed apart', () => {
    expect(
      diffParams(
        made({ params: { a: 0, b: 1, d: 2 } }),
        made({ params: { a: 0, b: 2, c: 3 } }),
      ),
    ).toEqual([
      { id: 'a', value: '0', before: '0', changed: false },
      { id: 'b', value: '1', before: '2', changed: true },
      { id: 'c', value: undefined, before: '3', changed: true },
      { id: 'd', value: '2', before: undefined, changed: true },
    ]);
  });

  it('calls nothing changed when there is nothing to compare with', () => {
    const rows = diffParams(
      made({ params: { a: 0 } }),
      createVersion({ version: 'v0' }),
    );
    expect(rows.map(({ changed }) => changed)).toEqual([false]);
  });
});

describe('diffInputs', () => {
  const input = (path: string, value?: string, algorithm = 'md5') => ({
    path,
    hash: value === undefined ? undefined : { algorithm, value },
    tracked: true,
  });

  it.each([
    [input('a', '1'), input('a', '1'), 'same'],
    [input('a', '1'), input('a', '2'), 'changed'],
    [input('a', '1'), input('b', '1'), 'new'],
    [input('a'), input('a', '1'), 'unknown'],
    [input('a', '1'), input('a', '2', 'md5-dos2unix'), 'unknown'],
  ])('compares %j with %j', (now, before, change) => {
    const rows = diffInputs(
      made({ inputs: [now] }),
      made({ inputs: [before] }),
    );
    expect(rows[0].change).toBe(change);
  });

  it('says “?” only when nothing can be compared', () => {
    const rows = diffInputs(made({ inputs: [input('a', '1')] }), undefined);
    expect(describeInputs(rows).text).toBe('? inputs');
    expect(describeInputs([]).text).toBe('0 inputs');
  });
});

describe('collectModelRows', () => {
  const rows = collectModelRows(fraudModel, selectMetrics(fraudModel));

  it('counts what changed against the version before', () => {
    expect(
      rows.map(row => [
        row.version.version,
        row.isLatest,
        row.changedParams?.length,
        describeInputs(row.inputs).text,
      ]),
    ).toEqual([
      ['v1.4.0', true, 0, '1 of 2 inputs'],
      ['v1.3.2', false, 0, '1 of 2 inputs'],
      ['v1.3.0', false, 2, '0 of 2 inputs'],
      ['v1.2.0', false, undefined, '? inputs'],
      ['v1.0.0', false, undefined, '0 inputs'],
    ]);
  });

  it('finds versions by stage', () => {
    expect(
      searchModelRows(rows, 'production').map(({ version }) => version.version),
    ).toEqual(['v1.3.2']);
  });
});

describe('collectModelSummaries', () => {
  it('draws only the values that are known, oldest first', () => {
    const [fraud, empty] = collectModelSummaries([
      fraudModel,
      createModel({ name: 'empty' }),
    ]);
    expect(fraud.values).toEqual([0.9105, 0.9334, 0.9291, 0.9412]);
    expect(empty).toMatchObject({ metric: undefined, values: [], stages: [] });
  });
});
