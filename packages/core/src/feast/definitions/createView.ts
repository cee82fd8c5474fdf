import { SourceSpot } from '../../facts/dvc';
import { PythonValue } from '../values/PythonValue';
import { ArgumentReader } from './ArgumentReader';
import { DraftField, DraftSource, DraftView, EntityReference } from './drafts';
import { readBase } from './readBase';

/** What differs between Feast's classes of views and their decorators. */
interface ViewShape {
  type: string;
  online: boolean;
  mode: string | undefined;
}

/** Source: the signatures in feast/{feature,batch_feature,stream_feature,on_demand_feature}_view.py. */
const SHAPES: Record<string, ViewShape> = {
  FeatureView: { type: 'FeatureView', online: true, mode: undefined },
  BatchFeatureView: { type: 'BatchFeatureView', online: false, mode: 'python' },
  batch_feature_view: {
    type: 'BatchFeatureView',
    online: true,
    mode: 'python',
  },
  StreamFeatureView: {
    type: 'StreamFeatureView',
    online: true,
    mode: 'python',
  },
  stream_feature_view: {
    type: 'StreamFeatureView',
    online: true,
    mode: 'spark',
  },
  OnDemandFeatureView: {
    type: 'OnDemandFeatureView',
    online: false,
    mode: 'pandas',
  },
  on_demand_feature_view: {
    type: 'OnDemandFeatureView',
    online: false,
    mode: 'pandas',
  },
  LabelView: { type: 'LabelView', online: true, mode: undefined },
};

/**
 * Any feature view. An on-demand view is online when it is written to the online
 * store (`write_to_online_store`), and has no ttl.
 */
export function createView(
  className: string,
  reader: ArgumentReader,
  definedIn: SourceSpot,
): DraftView {
  const shape = SHAPES[className] ?? SHAPES.FeatureView;
  const onDemand = shape.type === 'OnDemandFeatureView';
  const flag = onDemand ? 'write_to_online_store' : 'online';
  return {
    kind: 'view',
    ...readBase(shape.type, reader, definedIn),
    entities: readEntities(reader),
    schema: readSchema(reader),
    ttlSeconds: onDemand ? 0 : readTtl(reader),
    online: reader.flag(flag, shape.online),
    sources: readSources(reader, onDemand),
    mode: reader.textOr('mode', shape.mode)?.toLowerCase(),
    version: reader.text('version'),
  };
}

function readEntities(reader: ArgumentReader): EntityReference[] {
  const entities: EntityReference[] = [];
  for (const item of reader.items('entities')) {
    if (item.kind === 'draft' && item.draft.kind === 'entity')
      entities.push(item.draft);
    else if (item.kind === 'string') entities.push(item.value);
    else reader.doubt('entities', item, 'no entity');
  }
  return entities;
}

function readSchema(reader: ArgumentReader): DraftField[] {
  const name = reader.pick('schema', 'features');
  const fields: DraftField[] = [];
  for (const item of reader.items(name)) {
    if (item.kind === 'draft' && item.draft.kind === 'field') {
      fields.push(item.draft);
      noteDoubts(item.draft, name, reader);
    } else reader.doubt(name, item, 'no field');
  }
  return fields;
}

/** What is not known of a field is not known of the view's argument. */
function noteDoubts(
  field: DraftField,
  argument: string,
  reader: ArgumentReader,
): void {
  const of = field.name === undefined ? '' : ` of ${field.name}`;
  for (const doubt of field.doubts) {
    const why = `${doubt.field}${of}: ${doubt.why}`;
    reader.doubts.push({ field: argument, line: doubt.line, why });
  }
}

/** Seconds; 0 where there is none. `Duration` is the legacy form of a timedelta. */
function readTtl(reader: ArgumentReader): number | undefined {
  const value = reader.value('ttl');
  if (value.kind === 'none') return 0;
  if (value.kind === 'timedelta') return value.microseconds / 1e6;
  reader.doubt('ttl', value, 'no timedelta');
  return undefined;
}

/** `source`; in the legacy way `input`, or `stream_source` beside `batch_source`. */
const SOURCE_ARGUMENTS = [
  'source',
  'input',
  'stream_source',
  'batch_source',
  'sink_source',
];

function readSources(
  reader: ArgumentReader,
  onDemand: boolean,
): (DraftSource | DraftView)[] {
  const given = SOURCE_ARGUMENTS.filter(name => reader.has(name));
  const names = given.length > 0 ? given : ['source'];
  const sources = onDemand
    ? readSource(reader, reader.pick('sources', 'inputs'))
    : names.flatMap(name => readSource(reader, name));
  return [...new Set(sources)];
}

function readSource(
  reader: ArgumentReader,
  name: string,
): (DraftSource | DraftView)[] {
  const sources: (DraftSource | DraftView)[] = [];
  for (const item of sourceItems(reader, name, reader.value(name))) {
    const source = asSource(item);
    if (!source) reader.doubt(name, item, 'no data source');
    else {
      sources.push(source);
      if (source.name === undefined)
        reader.doubt(name, item, 'its name is not known');
    }
  }
  return sources;
}

function asSource(value: PythonValue): DraftSource | DraftView | undefined {
  if (value.kind === 'projection') return value.view;
  if (value.kind !== 'draft') return undefined;
  const { draft } = value;
  return draft.kind === 'source' || draft.kind === 'view' ? draft : undefined;
}

function sourceItems(
  reader: ArgumentReader,
  name: string,
  value: PythonValue,
): PythonValue[] {
  if (value.kind === 'dict') {
    if (value.doubt) reader.doubt(name, value.doubt);
    return [...value.entries.values()].map(entry => entry.value);
  }
  const isOne = ['draft', 'projection', 'unknown'].includes(value.kind);
  return isOne ? [value] : reader.items(name);
}
