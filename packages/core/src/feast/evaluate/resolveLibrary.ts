import { feastRole } from '../definitions/feastClasses';
import {
  primitiveMember,
  primitiveType,
  VALUE_TYPES,
} from '../values/FeatureType';
import { bool, PythonValue, text } from '../values/PythonValue';

/** What a library's dotted name stands for. Only Feast's own names have a meaning here. */
export function resolveLibrary(path: string): PythonValue {
  if (path === 'typing.TYPE_CHECKING') return bool(false);
  return resolveFeast(path) ?? { kind: 'library', path };
}

function resolveFeast(path: string): PythonValue | undefined {
  if (!path.startsWith('feast.')) return undefined;
  const parts = path.split('.');
  const name = parts[parts.length - 1];
  const type =
    parts.length === 3 && parts[1] === 'types'
      ? primitiveType(name)
      : undefined;
  if (type) return { kind: 'feature-type', type };
  const member = resolveMember(parts[parts.length - 2], name);
  if (member) return member;
  return feastRole(name) === undefined
    ? undefined
    : { kind: 'feast-class', name };
}

function resolveMember(
  enumeration: string,
  name: string,
): PythonValue | undefined {
  switch (enumeration) {
    case 'ValueType':
      return VALUE_TYPES.has(name) ? { kind: 'value-type', name } : undefined;
    case 'TransformationMode':
      return { kind: 'member', name, value: text(name.toLowerCase()) };
    case 'PrimitiveFeastType': {
      const type = primitiveMember(name);
      return type && { kind: 'feature-type', type };
    }
    default:
      return undefined;
  }
}
