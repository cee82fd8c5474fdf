import { FEATURE_TYPE_NAMES } from '../values/FeatureType';

/** Names of Feast's that a file may get by `from feast import *`. Source: feast/__init__.py. */
const FEAST = [
  'Aggregation',
  'AthenaSource',
  'BatchFeatureView',
  'BigQuerySource',
  'Entity',
  'Feature',
  'FeatureService',
  'FeatureStore',
  'FeatureView',
  'Field',
  'FileSource',
  'KafkaSource',
  'KinesisSource',
  'LabelView',
  'OnDemandFeatureView',
  'OracleSource',
  'Project',
  'PushSource',
  'RedshiftSource',
  'RequestSource',
  'SnowflakeSource',
  'StreamFeatureView',
  'ValueType',
];

/** What `from <library> import *` gives, of the libraries that definitions use. */
const EXPORTS: Record<string, readonly string[]> = {
  feast: FEAST,
  'feast.types': [...FEATURE_TYPE_NAMES, 'Array', 'Set', 'Struct'],
  'feast.value_type': ['ValueType'],
  'feast.entity': ['Entity'],
  'feast.field': ['Field'],
  'feast.feature': ['Feature'],
  'feast.feature_view': ['FeatureView'],
  'feast.feature_service': ['FeatureService'],
  'feast.data_source': [
    'KafkaSource',
    'KinesisSource',
    'PushSource',
    'RequestSource',
  ],
  'feast.on_demand_feature_view': [
    'OnDemandFeatureView',
    'on_demand_feature_view',
  ],
  'feast.stream_feature_view': ['StreamFeatureView', 'stream_feature_view'],
  'feast.batch_feature_view': ['BatchFeatureView', 'batch_feature_view'],
  datetime: ['date', 'datetime', 'time', 'timedelta', 'timezone'],
};

/** The names that a star import of a library binds; `undefined` where not known. */
export function libraryExports(module: string): readonly string[] | undefined {
  return Object.hasOwn(EXPORTS, module) ? EXPORTS[module] : undefined;
}
