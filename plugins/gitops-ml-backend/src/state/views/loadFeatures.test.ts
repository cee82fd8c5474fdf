import {
  isReady,
  refOf,
  StartedPlugin,
  startPlugin,
  until,
} from '../../__testUtils__/startPlugin';

const FRAUD = refOf('fraud');

const STORE =
  'project: fraud\nprovider: local\nregistry: data/registry.db\nonline_store:\n  type: sqlite\n  path: data/online.db\n';

const ENTITIES = [
  'from datetime import timedelta',
  'from feast import Entity, FeatureService, FeatureView, Field, FileSource',
  'from feast.types import Float32, Int64',
  'card = Entity(name="card", join_keys=["card_id"])',
  'source = FileSource(name="transactions", path="data/t.parquet", timestamp_field="ts")',
].join('\n');

const definitions = (
  options: { ttl?: number; extra?: string; service?: boolean } = {},
) =>
  [
    ENTITIES,
    'spending = FeatureView(',
    '    name="spending",',
    '    entities=[card],',
    `    ttl=timedelta(days=${options.ttl ?? 1}),`,
    `    schema=[Field(name="total", dtype=Float32)${options.extra ?? ''}],`,
    '    source=source,',
    ')',
    options.service
      ? 'service = FeatureService(name="fraud_v1", features=[spending])'
      : '',
    '',
  ].join('\n');

describe('loadFeatures', () => {
  let plugin: StartedPlugin;

  afterEach(() => plugin.stop());

  it('shows views with who uses them and what last changed them', async () => {
    plugin = await startPlugin();
    const { fraud, client } = plugin;
    const first = fraud.commit({
      'features/feature_store.yaml': STORE,
      'features/views.py': definitions(),
    });
    const second = fraud.commit({
      'features/views.py': definitions({
        extra: ', Field(name="count", dtype=Int64)',
      }),
    });
    // Neither another line nor a service changes the view.
    const head = fraud.commit({
      'features/views.py': `# Comment\n${definitions({
        extra: ', Field(name="count", dtype=Int64)',
        service: true,
      })}`,
    });
    const features = await until(
      () => client.getFeatures(FRAUD),
      isReady(head),
    );
    expect(features.problems).toEqual([]);
    expect(features.projects).toMatchObject([
      {
        path: 'features',
        name: 'fraud',
        provider: 'local',
        onlineStore: 'sqlite',
        entities: [{ name: 'card', joinKeys: ['card_id'] }],
        dataSources: [{ name: 'transactions', type: 'FileSource' }],
        featureViews: [
          {
            name: 'spending',
            entities: ['card'],
            features: [
              { name: 'total', dtype: 'FLOAT' },
              { name: 'count', dtype: 'INT64' },
            ],
            ttlSeconds: 86400,
            usedBy: ['fraud_v1'],
            changedIn: { oid: second },
            lastChange: {
              change: 'modified',
              added: [{ name: 'count', dtype: 'INT64' }],
              removed: [],
              changed: [],
              properties: [],
            },
            definedIn: {
              path: 'features/views.py',
              url: expect.stringContaining(
                `/src/commit/${head}/features/views.py#L`,
              ),
            },
          },
        ],
        featureServices: [
          { name: 'fraud_v1', projections: [{ view: 'spending' }] },
        ],
      },
    ]);

    const history = await client.getFeatureHistory(
      FRAUD,
      'features',
      'spending',
    );
    expect(history.versions).toMatchObject([
      {
        commit: { oid: second },
        change: 'modified',
        added: [{ name: 'count' }],
        removed: [],
        properties: [],
      },
      { commit: { oid: first }, change: 'added', added: [{ name: 'total' }] },
    ]);
  });

  it('shows a view that is gone in its history only', async () => {
    plugin = await startPlugin();
    const { fraud, client } = plugin;
    fraud.commit({
      'feature_store.yaml': STORE,
      'views.py': definitions({ ttl: 0 }),
    });
    const head = fraud.commit({ 'views.py': ENTITIES });
    const { projects } = await until(
      () => client.getFeatures(FRAUD),
      isReady(head),
    );
    expect(projects).toMatchObject([{ path: '', featureViews: [] }]);
    const { versions } = await client.getFeatureHistory(FRAUD, '', 'spending');
    expect(versions.map(({ change }) => change)).toEqual(['deleted', 'added']);
    expect(
      (await client.getFeatures(FRAUD, { revision: 'HEAD~1' })).projects,
    ).toMatchObject([{ featureViews: [{ name: 'spending', ttlSeconds: 0 }] }]);
  });

  it('takes no view for gone whose file can not be parsed', async () => {
    plugin = await startPlugin();
    const { fraud, client } = plugin;
    const first = fraud.commit({
      'feature_store.yaml': STORE,
      'views.py': definitions(),
    });
    fraud.commit({ 'views.py': 'x = (' });
    fraud.commit({ 'views.py': definitions(), 'feature_store.yaml': 'a: [' });
    const head = fraud.commit({ 'feature_store.yaml': STORE });
    const { projects } = await until(
      () => client.getFeatures(FRAUD),
      isReady(head),
    );
    expect(projects).toMatchObject([
      {
        featureViews: [
          { changedIn: { oid: first }, lastChange: { change: 'added' } },
        ],
      },
    ]);
    const { versions } = await client.getFeatureHistory(FRAUD, '', 'spending');
    expect(versions.map(({ change }) => change)).toEqual(['added']);
  });

  it('names a file that can not be parsed, and shows the others', async () => {
    plugin = await startPlugin();
    const { fraud, client } = plugin;
    const head = fraud.commit({
      'feature_store.yaml': STORE,
      'views.py': definitions(),
      'broken.py': 'from feast import Entity\nx = Entity(name=\n',
    });
    const { projects, problems } = await until(
      () => client.getFeatures(FRAUD),
      isReady(head),
    );
    expect(projects).toMatchObject([{ featureViews: [{ name: 'spending' }] }]);
    expect(problems).toContainEqual(
      expect.objectContaining({
        code: 'python-syntax',
        path: 'broken.py',
        line: 2,
      }),
    );
  });
});
