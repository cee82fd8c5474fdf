// A small ML repository with a history: data that grows, two model versions,
// a feature view, and one pointer that is broken.

import fs from 'node:fs';
import path from 'node:path';
import { createRepository } from './gitRepository.mjs';

const pointer = (md5, size) => `outs:
- md5: ${md5}
  size: ${size}
  hash: md5
  path: transactions.csv
`;

const lock = (data, model, size) => `schema: '2.0'
stages:
  train:
    cmd: python train.py
    deps:
    - path: data/transactions.csv
      hash: md5
      md5: ${data}
      size: ${size}
    outs:
    - path: models/fraud.pkl
      hash: md5
      md5: ${model}
      size: 2048
`;

const pipeline = `stages:
  train:
    cmd: python train.py
    deps: [data/transactions.csv]
    outs: [models/fraud.pkl]
    metrics:
    - metrics.json:
        cache: false
artifacts:
  fraud:
    path: models/fraud.pkl
    type: model
`;

const definitions = `from datetime import timedelta
from feast import Entity, FeatureView, Field, FileSource
from feast.types import Float32, Int64

customer = Entity(name="customer", join_keys=["customer_id"])
source = FileSource(name="transactions", path="data/t.parquet", timestamp_field="at")
spend = FeatureView(
    name="customer_spend",
    entities=[customer],
    ttl=timedelta(days=1),
    schema=[Field(name="total", dtype=Float32), Field(name="count", dtype=Int64)],
    source=source,
)
`;

const catalogInfo = (name, owner) => `apiVersion: backstage.io/v1alpha1
kind: Component
metadata:
  name: ${name}
  annotations: { gitops-ml/path: . }
spec: { type: ml-service, lifecycle: experimental, owner: ${owner} }
`;

const firstData = '11111111111111111111111111111111';
const newestData = '22222222222222222222222222222222';

/** The repository of the component `name`; answers `git(...args)` in it. */
export async function createMlRepository(directory, name, owner) {
  const git = await createRepository(directory, {
    'catalog-info.yaml': catalogInfo(name, owner),
    '.dvc/config':
      '[core]\n    remote = store\n[\'remote "store"\']\n    url = s3://bucket/fraud\n',
    'data/transactions.csv.dvc': pointer(firstData, 1000),
    'data/broken.csv.dvc': 'outs:\n- md5: [not\n',
    'dvc.yaml': pipeline,
    'dvc.lock': lock(firstData, 'a'.repeat(32), 1000),
    'metrics.json': '{"auc": 0.81}\n',
    'features/feature_store.yaml':
      'project: fraud\nprovider: local\nregistry: registry.db\n',
    'features/definitions/customer.py': definitions,
  });
  await git('tag', '-a', 'fraud@v1.0.0', '-m', 'first');
  fs.writeFileSync(
    path.join(directory, 'data/transactions.csv.dvc'),
    pointer(newestData, 5000),
  );
  fs.writeFileSync(
    path.join(directory, 'dvc.lock'),
    lock(newestData, 'b'.repeat(32), 5000),
  );
  fs.writeFileSync(path.join(directory, 'metrics.json'), '{"auc": 0.87}\n');
  await git('commit', '--quiet', '-a', '-m', 'more data');
  await git('tag', '-a', 'fraud@v1.1.0', '-m', 'second');
  await git('tag', '-a', 'fraud#prod#1', '-m', 'promote', 'fraud@v1.0.0');
  return git;
}
