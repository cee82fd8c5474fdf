import { SourceSpot } from '../../facts/dvc';
import { ArgumentReader } from './ArgumentReader';
import { DraftField } from './drafts';

/** `Field(name, dtype)`; legacy: `Feature(name, ValueType.X)`. Source: feast/field.py. */
export function createField(
  reader: ArgumentReader,
  definedIn: SourceSpot,
): DraftField {
  return {
    kind: 'field',
    name: reader.text('name'),
    dtype: readType(reader),
    description: reader.text('description'),
    tags: reader.tags(reader.pick('tags', 'labels')),
    definedIn,
    doubts: reader.doubts,
  };
}

function readType(reader: ArgumentReader): string | undefined {
  const value = reader.value('dtype');
  if (value.kind === 'value-type') return value.name;
  if (value.kind === 'feature-type' && value.type.valueType !== undefined)
    return value.type.valueType;
  reader.doubt('dtype', value, 'no type of Feast');
  return undefined;
}
