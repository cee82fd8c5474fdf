import { TestRepository } from '@gitops-ml/git/testUtils';

const RAW = '22a1a2931c8370d3aeedd7183606fd7f';
const OLD_MODEL = '11111111111111111111111111111111';
const NEW_MODEL = '22222222222222222222222222222222';

const DVC_YAML = `\
stages:
  train:
    cmd: python train.py
    deps:
      - data/raw.csv
    outs:
      - model.pkl
    metrics:
      - metrics.json:
          cache: false
artifacts:
  churn:
    path: model.pkl
    type: model
`;

function lockOf(model: string): string {
  return `\
schema: '2.0'
stages:
  train:
    cmd: python train.py
    deps:
    - path: data/raw.csv
      hash: md5
      md5: ${RAW}
      size: 14445097
    outs:
    - path: metrics.json
      hash: md5
      md5: 33333333333333333333333333333333
      size: 20
    - path: model.pkl
      hash: md5
      md5: ${model}
      size: 1024
`;
}

const VIEWS = `\
from datetime import timedelta

from feast import Entity, FeatureService, FeatureView, Field, FileSource
from feast.types import Float32, Int64
from feast.value_type import ValueType

customer = Entity(name="customer", join_keys=["customer_id"], value_type=ValueType.INT64)

stats = FileSource(name="stats", path="data/stats.parquet", timestamp_field="at")

customer_stats = FeatureView(
    name="customer_stats",
    entities=[customer],
    ttl=timedelta(days=2),
    schema=[
        Field(name="visits", dtype=Int64),
        Field(name="rate", dtype=Float32),
    ],
    source=stats,
    tags={"team": "growth"},
)

churn_v1 = FeatureService(name="churn_v1", features=[customer_stats[["rate"]]])
`;

/** A small repository with data, features and a model, and one broken file. */
export function createMlRepository(directory: string) {
  const repository = new TestRepository(directory);
  const first = repository.commit('Train', {
    '.dvc/config': `\
[core]
    remote = storage
['remote "storage"']
    url = https://example.com/dvc
`,
    'data/raw.csv.dvc': `\
outs:
- md5: ${RAW}
  size: 14445097
  hash: md5
  path: raw.csv
`,
    'dvc.yaml': DVC_YAML,
    'dvc.lock': lockOf(OLD_MODEL),
    'metrics.json': '{"accuracy": 0.9}',
  });
  repository.tag('churn@v1.0.0', first);
  repository.tag('churn#prod#1', first);
  const second = repository.commit('Train again, with features', {
    'dvc.lock': lockOf(NEW_MODEL),
    'features/feature_store.yaml':
      'project: shop\nprovider: local\nregistry: data/registry.db\n',
    'features/views.py': VIEWS,
  });
  repository.tag('churn@v1.1.0', second);
  const head = repository.commit('Break a pointer', {
    'broken.dvc': 'outs:\n- md5: [\n',
  });
  return { repository, first, second, head };
}
