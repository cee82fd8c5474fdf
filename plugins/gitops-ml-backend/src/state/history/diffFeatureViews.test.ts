import { FeastFeatureView } from '@gitops-ml/core';
import { diffFeatureViews } from './diffFeatureViews';

const field = (name: string, dtype?: string) => ({
  name,
  dtype,
  description: undefined,
  tags: {},
});

const view = (patch: Partial<FeastFeatureView> = {}): FeastFeatureView => ({
  name: 'trips',
  type: 'FeatureView',
  entities: ['driver'],
  joinKeys: ['driver_id'],
  features: [field('conv', 'FLOAT'), field('acc', 'FLOAT')],
  ttlSeconds: 86400,
  online: true,
  sources: [{ name: 'trips_source', type: 'FileSource' }],
  mode: undefined,
  description: undefined,
  tags: {},
  owner: undefined,
  version: undefined,
  definedIn: { path: 'features/trips.py', line: 10 },
  unresolvedFields: [],
  ...patch,
});

const NONE = { added: [], removed: [], changed: [], properties: [] };

describe('diffFeatureViews', () => {
  it('sees a view come and go with its features', () => {
    expect(diffFeatureViews(undefined, view())).toEqual({
      ...NONE,
      change: 'added',
      added: view().features,
    });
    expect(diffFeatureViews(view(), undefined)).toEqual({
      ...NONE,
      change: 'deleted',
      removed: view().features,
    });
    expect(diffFeatureViews(undefined, undefined)).toBeUndefined();
  });

  it('takes another line for no change, another file for a move', () => {
    const path = 'features/trips.py';
    expect(
      diffFeatureViews(view(), view({ definedIn: { path, line: 99 } })),
    ).toBeUndefined();
    expect(
      diffFeatureViews(view(), view({ definedIn: { path: 'x.py', line: 10 } })),
    ).toEqual({ ...NONE, change: 'moved' });
  });

  it('takes another order of features for no change', () => {
    expect(
      diffFeatureViews(
        view(),
        view({ features: [...view().features].reverse() }),
      ),
    ).toBeUndefined();
  });

  it('names features that came, went and changed their type', () => {
    const after = view({
      features: [field('conv', 'DOUBLE'), field('new', 'INT64')],
    });
    expect(diffFeatureViews(view(), after)).toEqual({
      change: 'modified',
      added: [field('new', 'INT64')],
      removed: [field('acc', 'FLOAT')],
      changed: [{ name: 'conv', from: 'FLOAT', to: 'DOUBLE' }],
      properties: [],
    });
  });

  it('keeps a type that is no longer known apart from one that changed', () => {
    const after = view({ features: [field('conv'), field('acc', 'FLOAT')] });
    expect(diffFeatureViews(view(), after)?.changed).toEqual([
      { name: 'conv', from: 'FLOAT', to: undefined },
    ]);
  });

  it.each([
    [{ ttlSeconds: 0 }, 'ttlSeconds', '86400', '0'],
    [{ ttlSeconds: undefined }, 'ttlSeconds', '86400', undefined],
    [{ online: false }, 'online', 'true', 'false'],
    [{ entities: ['driver', 'day'] }, 'entities', 'driver', 'driver, day'],
    [{ mode: 'python' }, 'mode', undefined, 'python'],
    [{ tags: { b: '1', a: '2' } }, 'tags', '', 'a=2, b=1'],
  ])('names the property that changed: %j', (patch, name, from, to) => {
    expect(diffFeatureViews(view(), view(patch))?.properties).toEqual([
      { name, from, to },
    ]);
  });
});
