import { SourceSpot } from '../../facts/dvc';
import { redactUrl } from '../../reading/redactUrl';
import { ArgumentReader } from './ArgumentReader';
import { DraftSource } from './drafts';
import { readBase } from './readBase';

/** How a class of data sources names and places its data. */
interface SourceShape {
  /** Arguments whose value is the name where none is given. */
  names: string[];
  /** Arguments of the location: the given ones of the first row that has any, joined by dots. */
  locations: string[][];
  /** Defaults of the timestamp columns. */
  timestamp?: string;
  created?: string;
  /** Feast looks for the timestamp column in the data when none is given. */
  infersTimestamp?: boolean;
}

const WAREHOUSE = [['database', 'schema', 'table'], ['query']];

/** Source: the classes in feast/data_source.py and feast/infra/offline_stores. */
const SHAPES: Record<string, SourceShape> = {
  FileSource: {
    names: ['path'],
    locations: [['path'], ['file_url']],
    infersTimestamp: true,
  },
  BigQuerySource: {
    names: ['table', 'table_ref'],
    locations: [['table'], ['table_ref'], ['query']],
    infersTimestamp: true,
  },
  SnowflakeSource: {
    names: ['table'],
    locations: WAREHOUSE,
    infersTimestamp: true,
  },
  RedshiftSource: {
    names: ['table'],
    locations: WAREHOUSE,
    infersTimestamp: true,
  },
  AthenaSource: { names: ['table'], locations: WAREHOUSE },
  SparkSource: {
    names: ['table'],
    locations: [['table'], ['path'], ['query']],
    infersTimestamp: true,
  },
  MsSqlServerSource: {
    names: [],
    locations: [['table_ref']],
    infersTimestamp: true,
  },
  OracleSource: { names: [], locations: [['table_ref']] },
  MongoDBSource: {
    names: [],
    locations: [['name']],
    timestamp: 'event_timestamp',
    created: 'created_at',
  },
  CouchbaseColumnarSource: {
    names: ['collection'],
    locations: [['database', 'scope', 'collection'], ['query']],
  },
  IcebergSource: {
    names: [],
    locations: [['warehouse', 'namespace', 'table']],
  },
  UnityCatalogSource: {
    names: [],
    locations: [['warehouse', 'namespace', 'table']],
  },
  LanceSource: { names: [], locations: [['uri', 'table']] },
  MlflowDatasetSource: {
    names: [],
    locations: [['dataset_name'], ['dataset_id']],
  },
  ChrononSource: { names: [], locations: [['materialization_path']] },
  KafkaSource: { names: [], locations: [['topic']] },
  KinesisSource: { names: [], locations: [['stream_name']] },
  PushSource: { names: [], locations: [] },
  RequestSource: { names: [], locations: [] },
};

const OTHER: SourceShape = {
  names: ['table'],
  locations: [['table'], ['path'], ['query']],
};

const RENAMED: Record<string, string> = { RequestDataSource: 'RequestSource' };

/** Any data source. `event_timestamp_column` is what `timestamp_field` was called before. */
export function createSource(
  className: string,
  reader: ArgumentReader,
  definedIn: SourceSpot,
): DraftSource {
  const type = RENAMED[className] ?? className;
  const shape = SHAPES[type] ?? OTHER;
  const location = readLocation(shape, reader);
  const base = readBase(type, reader, definedIn);
  return {
    kind: 'source',
    ...base,
    name: base.name || defaultName(type, shape, reader),
    timestampField: readTimestamp(shape, reader),
    createdTimestampColumn:
      reader.textOr('created_timestamp_column', shape.created) || undefined,
    location: location === undefined ? undefined : redactUrl(location),
    batchSource: readBatchSource(reader),
  };
}

function readLocation(
  shape: SourceShape,
  reader: ArgumentReader,
): string | undefined {
  const row = shape.locations.find(names =>
    reader.has(names[names.length - 1]),
  );
  if (!row) return undefined;
  const given = row.filter(name => reader.has(name));
  const parts = given.map(name => reader.text(name));
  return parts.includes(undefined) ? undefined : parts.join('.');
}

function defaultName(
  type: string,
  shape: SourceShape,
  reader: ArgumentReader,
): string | undefined {
  // A name that was given and is not known must not be replaced.
  if (!reader.lacks('name') && reader.value('name').kind !== 'string')
    return undefined;
  if (type === 'IcebergSource' || type === 'UnityCatalogSource') {
    const parts = SHAPES[type].locations[0].map(name => reader.value(name));
    const texts = parts.map(each =>
      each.kind === 'string' ? each.value : undefined,
    );
    return texts.includes(undefined) ? undefined : texts.join('.');
  }
  const value = reader.value(reader.pick(...shape.names, 'name'));
  if (value.kind === 'string') return redactUrl(value.value);
  reader.doubt('name', value, 'not given');
  return undefined;
}

function readTimestamp(
  shape: SourceShape,
  reader: ArgumentReader,
): string | undefined {
  const name = reader.pick('timestamp_field', 'event_timestamp_column');
  if (reader.lacks(name) && shape.infersTimestamp) {
    const why = 'not given: Feast looks for it in the data';
    reader.doubt('timestamp_field', reader.value(name), why);
  }
  return reader.textOr(name, shape.timestamp) || undefined;
}

function readBatchSource(reader: ArgumentReader): DraftSource | undefined {
  const value = reader.value('batch_source');
  if (value.kind === 'none') return undefined;
  if (value.kind === 'draft' && value.draft.kind === 'source')
    return value.draft;
  reader.doubt('batch_source', value, 'no data source');
  return undefined;
}
