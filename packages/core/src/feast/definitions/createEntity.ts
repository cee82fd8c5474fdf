import { SourceSpot } from '../../facts/dvc';
import { ArgumentReader } from './ArgumentReader';
import { DraftEntity } from './drafts';
import { readBase } from './readBase';

/** `Entity(name, join_keys=[…])`; legacy: `join_key=`. Source: feast/entity.py. */
export function createEntity(
  reader: ArgumentReader,
  definedIn: SourceSpot,
): DraftEntity {
  const base = readBase('Entity', reader, definedIn);
  return {
    kind: 'entity',
    ...base,
    joinKey: readJoinKey(reader, base.name),
    valueType: readValueType(reader),
  };
}

function readJoinKey(
  reader: ArgumentReader,
  name: string | undefined,
): string | undefined {
  if (reader.has('join_key')) return reader.text('join_key');
  const before = reader.doubts.length;
  const keys = reader.items('join_keys');
  if (reader.doubts.length > before) return undefined;
  if (keys.length === 0) return name;
  const [key] = keys;
  if (keys.length === 1 && key.kind === 'string') return key.value;
  reader.doubt('join_keys', key, 'not one name');
  return undefined;
}

function readValueType(reader: ArgumentReader): string | undefined {
  const value = reader.value('value_type');
  if (value.kind === 'none') return 'UNKNOWN';
  if (value.kind === 'value-type') return value.name;
  if (value.kind === 'feature-type' && value.type.valueType !== undefined)
    return value.type.valueType;
  reader.doubt('value_type', value);
  return undefined;
}
