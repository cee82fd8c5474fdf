/**
 * Order of positional arguments. Feast 0.24 and later take keywords only, but for
 * some contributed sources; the rest is how 0.10 to 0.23 took them.
 * Source: the constructors in feast/*.py of 0.10, 0.19, 0.22 and 0.67.
 */
export const POSITIONAL: Record<string, readonly string[]> = {
  Entity: ['name', 'value_type', 'description', 'join_key'],
  Field: [],
  Feature: ['name', 'dtype'],
  FeatureView: ['name', 'entities', 'ttl'],
  OnDemandFeatureView: ['name', 'features', 'inputs', 'udf'],
  on_demand_feature_view: ['features', 'inputs'],
  FeatureService: ['name', 'features', 'tags', 'description', 'owner'],
  FileSource: ['path'],
  PushSource: ['name'],
  RequestSource: ['name', 'schema'],
  RequestDataSource: ['name', 'schema'],
  KafkaSource: [
    'name',
    'event_timestamp_column',
    'bootstrap_servers',
    'message_format',
    'topic',
  ],
  KinesisSource: [
    'name',
    'event_timestamp_column',
    'created_timestamp_column',
    'record_format',
    'region',
    'stream_name',
  ],
  MsSqlServerSource: [
    'name',
    'table_ref',
    'event_timestamp_column',
    'created_timestamp_column',
  ],
  OracleSource: [
    'name',
    'table_ref',
    'event_timestamp_column',
    'created_timestamp_column',
  ],
  MongoDBSource: ['name', 'timestamp_field', 'created_timestamp_column'],
  PostgreSQLSource: [
    'name',
    'query',
    'table',
    'timestamp_field',
    'created_timestamp_column',
  ],
  ClickhouseSource: [
    'name',
    'query',
    'table',
    'timestamp_field',
    'created_timestamp_column',
  ],
  CouchbaseColumnarSource: [
    'name',
    'query',
    'database',
    'scope',
    'collection',
    'timestamp_field',
    'created_timestamp_column',
  ],
};
