import { SourceSpot } from '../../facts/dvc';
import { CallArguments, PythonValue } from '../values/PythonValue';
import { ArgumentReader } from './ArgumentReader';
import { createEntity } from './createEntity';
import { createField } from './createField';
import { createService } from './createService';
import { createSource } from './createSource';
import { createView } from './createView';
import { Draft } from './drafts';
import { feastRole } from './feastClasses';
import { readBase } from './readBase';

/** The definition that calling a class of Feast's makes. */
export function createDraft(
  className: string,
  given: CallArguments,
  definedIn: SourceSpot,
): PythonValue {
  const reader = new ArgumentReader(className, given);
  const draft = create(className, reader, definedIn);
  return { kind: 'draft', draft };
}

function create(
  className: string,
  reader: ArgumentReader,
  definedIn: SourceSpot,
): Draft {
  switch (feastRole(className)) {
    case 'entity':
      return createEntity(reader, definedIn);
    case 'field':
      return createField(reader, definedIn);
    case 'service':
      return createService(reader, definedIn);
    case 'source':
      return createSource(className, reader, definedIn);
    case 'view':
    case 'decorator':
      return createView(className, reader, definedIn);
    default:
      return { kind: 'other', ...readBase(className, reader, definedIn) };
  }
}
