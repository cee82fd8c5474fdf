import { FeastFacts } from '@gitops-ml/core';
import { createTextStyle } from '../reporters/TextStyle';
import { formatFeatures } from '../reporters/formatFeatures';
import { describeFeatures, FeatureProjectRow } from './describeFeatures';

const spot = (line: number) => ({ path: 'features/repo.py', line });
const rowSpot = (line: number) => ({ file: 'features/repo.py', line });

const PROJECT: FeastFacts = {
  kind: 'feast',
  path: 'features',
  store: {
    path: 'features/feature_store.yaml',
    project: 'driver_ranking',
    provider: 'local',
    registry: undefined,
    onlineStore: undefined,
    offlineStore: undefined,
    settings: {},
  },
  entities: [
    {
      name: 'driver',
      joinKeys: ['driver_id'],
      valueType: 'INT64',
      description: undefined,
      tags: {},
      owner: undefined,
      definedIn: spot(3),
      unresolvedFields: [],
    },
    {
      name: '__dummy',
      joinKeys: ['__dummy_id'],
      valueType: 'STRING',
      description: undefined,
      tags: {},
      owner: undefined,
      definedIn: spot(1),
      unresolvedFields: [],
    },
  ],
  dataSources: [
    {
      name: 'stats',
      type: 'FileSource',
      timestampField: 'at',
      createdTimestampColumn: undefined,
      location: 'data/stats.parquet',
      description: undefined,
      tags: {},
      owner: undefined,
      batchSource: undefined,
      definedIn: spot(5),
      unresolvedFields: [],
    },
  ],
  featureViews: [
    {
      name: 'hourly',
      type: 'FeatureView',
      entities: ['driver'],
      joinKeys: ['driver_id'],
      features: [
        { name: 'rate', dtype: 'FLOAT', description: undefined, tags: {} },
        { name: 'odd', dtype: undefined, description: undefined, tags: {} },
      ],
      ttlSeconds: 86_400,
      online: true,
      sources: [{ name: 'stats', type: 'FileSource' }],
      mode: undefined,
      description: undefined,
      tags: { team: 'a' },
      owner: undefined,
      version: undefined,
      definedIn: spot(12),
      unresolvedFields: [],
    },
    {
      name: 'global',
      type: 'OnDemandFeatureView',
      entities: ['__dummy'],
      joinKeys: [],
      features: [],
      ttlSeconds: 0,
      online: false,
      sources: [],
      mode: 'python',
      description: undefined,
      tags: {},
      owner: undefined,
      version: undefined,
      definedIn: spot(30),
      unresolvedFields: [],
    },
    {
      name: 'mystery',
      type: 'FeatureView',
      entities: [],
      joinKeys: [],
      features: [],
      ttlSeconds: undefined,
      online: undefined,
      sources: [],
      mode: undefined,
      description: undefined,
      tags: {},
      owner: undefined,
      version: undefined,
      definedIn: spot(40),
      unresolvedFields: ['ttl', 'online'],
    },
  ],
  featureServices: [
    {
      name: 'ranking_v1',
      projections: [
        { view: 'hourly', alias: 'h', features: ['rate'] },
        { view: 'global', alias: undefined, features: ['x', 'y'] },
      ],
      description: undefined,
      tags: {},
      owner: undefined,
      definedIn: spot(50),
      unresolvedFields: [],
    },
  ],
  unresolved: [{ path: 'features/gen.py', line: 7, what: 'a loop of views' }],
  files: ['features/repo.py', 'features/gen.py'],
};

const ROW: FeatureProjectRow = {
  path: 'features',
  name: 'driver_ranking',
  entities: [
    {
      name: 'driver',
      joinKeys: ['driver_id'],
      valueType: 'INT64',
      definedIn: rowSpot(3),
    },
  ],
  dataSources: [{ name: 'stats', type: 'FileSource', definedIn: rowSpot(5) }],
  featureViews: [
    {
      name: 'hourly',
      type: 'FeatureView',
      entities: ['driver'],
      features: [
        { name: 'rate', dtype: 'FLOAT' },
        { name: 'odd', dtype: null },
      ],
      ttlSeconds: 86_400,
      online: true,
      sources: [{ name: 'stats', type: 'FileSource' }],
      tags: { team: 'a' },
      definedIn: rowSpot(12),
      unresolvedFields: [],
    },
    {
      name: 'global',
      type: 'OnDemandFeatureView',
      entities: [],
      features: [],
      ttlSeconds: 0,
      online: false,
      sources: [],
      tags: {},
      definedIn: rowSpot(30),
      unresolvedFields: [],
    },
    {
      name: 'mystery',
      type: 'FeatureView',
      entities: [],
      features: [],
      ttlSeconds: null,
      online: null,
      sources: [],
      tags: {},
      definedIn: rowSpot(40),
      unresolvedFields: ['ttl', 'online'],
    },
  ],
  featureServices: [
    {
      name: 'ranking_v1',
      projections: [
        { view: 'hourly', alias: 'h', features: ['rate'] },
        { view: 'global', alias: null, features: ['x', 'y'] },
      ],
      definedIn: rowSpot(50),
      unresolvedFields: [],
    },
  ],
  unresolved: [{ file: 'features/gen.py', line: 7, what: 'a loop of views' }],
};

const style = createTextStyle({ isTTY: false, env: {} });

it('describes a project without the dummy entity, with null for unknown', () => {
  expect(describeFeatures([PROJECT])).toEqual([ROW]);
});

it('has no name where feature_store.yaml has none', () => {
  const store = { ...PROJECT.store, project: undefined };
  expect(describeFeatures([{ ...PROJECT, store }])[0].name).toBeNull();
});

it('makes tables that tell none, zero and unknown apart', () => {
  expect(formatFeatures([ROW], style)).toBe(
    `\
driver_ranking  in features

FEATURE VIEW  TYPE                 ENTITIES  TTL   ONLINE  SOURCES  DEFINED IN           NOT KNOWN
hourly        FeatureView          driver    1 d   yes     stats    features/repo.py:12
global        OnDemandFeatureView  —         none  no      —        features/repo.py:30
mystery       FeatureView          —         ?     ?       —        features/repo.py:40  ttl, online

FEATURE      TYPE
hourly:rate  FLOAT
hourly:odd   ?

ENTITY  JOIN KEYS  TYPE   DEFINED IN
driver  driver_id  INT64  features/repo.py:3

DATA SOURCE  TYPE        DEFINED IN
stats        FileSource  features/repo.py:5

FEATURE SERVICE  READS                              DEFINED IN
ranking_v1       hourly as h (rate); global (x, y)  features/repo.py:50

NOT KNOWN WITHOUT RUNNING  AT
a loop of views            features/gen.py:7`,
  );
});

it('says that a project defines nothing', () => {
  const [row] = describeFeatures([
    {
      ...PROJECT,
      path: '',
      store: { ...PROJECT.store, project: undefined },
      entities: [],
      dataSources: [],
      featureViews: [],
      featureServices: [],
      unresolved: [],
    },
  ]);
  expect(formatFeatures([row], style)).toBe('?  in .\nIt defines nothing.');
});

it('says where to look when there is nothing', () => {
  expect(formatFeatures([], style)).toBe(
    'There is no Feast project at this revision. gitops-ml doctor says what was looked for.',
  );
});
