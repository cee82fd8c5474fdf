import { DEFAULT_READ_LIMITS } from '../../reading/ReadLimits';
import { readFeatureStore } from './readFeatureStore';

const read = (content: string) =>
  readFeatureStore(
    new TextEncoder().encode(content),
    'feature_store.yaml',
    DEFAULT_READ_LIMITS,
  );

describe('readFeatureStore', () => {
  it('takes a registry and stores in both of their forms', () => {
    const { facts, problems } = read(
      'project: p\nprovider: gcp\nregistry: gs://b/r.db\nonline_store: datastore\noffline_store:\n  type: bigquery\n  dataset: d\n',
    );
    expect(facts).toEqual({
      path: 'feature_store.yaml',
      project: 'p',
      provider: 'gcp',
      registry: { type: 'file', path: 'gs://b/r.db' },
      onlineStore: { type: 'datastore' },
      offlineStore: { type: 'bigquery' },
      settings: {
        registry: 'gs://b/r.db',
        online_store: 'datastore',
        'offline_store.type': 'bigquery',
        'offline_store.dataset': 'd',
      },
    });
    expect(problems).toEqual([]);
  });

  it('tells a store that is null from one with a type', () => {
    expect(read('project: p\nonline_store: null\n').facts.onlineStore).toBe(
      undefined,
    );
  });

  it.each([
    ['- a\n', 'The file', 1],
    ['provider: local\n', 'project', 1],
    ['project: {}\n', 'project', 1],
  ])('names what is missing in %s', (content, where, line) => {
    expect(read(content).problems).toEqual([
      {
        code: 'invalid-shape',
        severity: 'error',
        path: 'feature_store.yaml',
        line,
        args: expect.objectContaining({ where }),
      },
    ]);
  });

  it('keeps lists by their index', () => {
    expect(read('project: p\na:\n  - b\n  - c: d\n').facts.settings).toEqual({
      'a.0': 'b',
      'a.1.c': 'd',
    });
  });
});
