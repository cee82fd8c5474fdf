import { Model } from '@gitops-ml/core';
import { createTextStyle } from '../reporters/TextStyle';
import { formatModels } from '../reporters/formatModels';
import { describeModels, ModelRow } from './describeModels';

const OLD = '1111111111111111111111111111111111111111';
const NEW = '2222222222222222222222222222222222222222';

const MODELS: Model[] = [
  {
    name: 'train:churn',
    deprecated: true,
    description: 'Who leaves',
    type: 'model',
    labels: [],
    latest: 'v1.1.0',
    versions: [
      {
        version: 'v1.1.0',
        commit: NEW,
        tag: 'train=churn@v1.1.0',
        registeredAt: '2026-02-03T04:05:06Z',
        author: 'Ada',
        message: undefined,
        active: true,
        source: 'gto',
        artifact: {
          path: 'train/model.pkl',
          hash: { algorithm: 'md5', value: '22a1a2931c8370d3aeedd7183606fd7f' },
          size: 5,
        },
      },
      {
        version: 'v1.0.0',
        commit: OLD,
        tag: undefined,
        registeredAt: undefined,
        author: undefined,
        message: undefined,
        active: false,
        source: 'descriptor',
        artifact: { path: 'model.pkl', hash: undefined, size: undefined },
      },
    ],
    stages: {
      prod: {
        stage: 'prod',
        version: 'v1.1.0',
        commit: NEW,
        tag: 'train=churn#prod#2',
        at: '2026-02-04T00:00:00Z',
        author: 'Ada',
        active: true,
      },
    },
    assignments: [
      {
        stage: 'prod',
        version: 'v1.1.0',
        commit: NEW,
        tag: 'train=churn#prod#2',
        at: '2026-02-04T00:00:00Z',
        author: 'Ada',
        active: true,
      },
    ],
    artifactPath: undefined,
    metricsFile: undefined,
    mainMetric: undefined,
    featureService: undefined,
    thresholds: [],
  },
  {
    name: 'fraud',
    deprecated: false,
    description: undefined,
    type: undefined,
    labels: [],
    latest: undefined,
    versions: [],
    stages: {},
    assignments: [],
    artifactPath: undefined,
    metricsFile: undefined,
    mainMetric: undefined,
    featureService: undefined,
    thresholds: [],
  },
];

const ROWS: ModelRow[] = [
  {
    name: 'train:churn',
    deprecated: true,
    latest: 'v1.1.0',
    versions: [
      {
        version: 'v1.1.0',
        commit: NEW,
        tag: 'train=churn@v1.1.0',
        registeredAt: '2026-02-03T04:05:06Z',
        active: true,
        source: 'gto',
        artifact: {
          path: 'train/model.pkl',
          hash: { algorithm: 'md5', value: '22a1a2931c8370d3aeedd7183606fd7f' },
        },
      },
      {
        version: 'v1.0.0',
        commit: OLD,
        tag: null,
        registeredAt: null,
        active: false,
        source: 'descriptor',
        artifact: { path: 'model.pkl', hash: null },
      },
    ],
    stages: {
      prod: {
        version: 'v1.1.0',
        commit: NEW,
        tag: 'train=churn#prod#2',
        assignedAt: '2026-02-04T00:00:00Z',
      },
    },
    assignments: [
      {
        stage: 'prod',
        version: 'v1.1.0',
        commit: NEW,
        tag: 'train=churn#prod#2',
        at: '2026-02-04T00:00:00Z',
        active: true,
      },
    ],
  },
  {
    name: 'fraud',
    deprecated: false,
    latest: null,
    versions: [],
    stages: {},
    assignments: [],
  },
];

const style = createTextStyle({ isTTY: false, env: {} });

it('has a row for each model, with null for none', () => {
  expect(describeModels(MODELS)).toEqual(ROWS);
});

it('makes a table of versions per model', () => {
  expect(formatModels(ROWS, style)).toBe(
    `\
train:churn  latest v1.1.0, deprecated
VERSION  STAGES  REGISTERED            COMMIT   ARTIFACT                     SOURCE      NOTES
v1.1.0   prod    2026-02-03 04:05 UTC  2222222  train/model.pkl md5:22a1a29  gto
v1.0.0           —                     1111111  model.pkl ?                  descriptor  deregistered

fraud  no version`,
  );
});

it('says where to look when there is nothing', () => {
  expect(formatModels([], style)).toBe(
    'No model is named at this revision. gitops-ml doctor says what was looked for.',
  );
});
