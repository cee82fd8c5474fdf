import { Kind } from './kinds';
import { StatusError } from './StatusError';

const detailsOf = (kind: Kind, name: string) => ({
  name,
  ...(kind.group && { group: kind.group }),
  kind: kind.plural,
});

/** There is no such object. */
export function notFound(kind: Kind, name: string): StatusError {
  const message = `${kind.resource} "${name}" not found`;
  return new StatusError('NotFound', message, detailsOf(kind, name));
}

/** The name is taken. */
export function alreadyExists(kind: Kind, name: string): StatusError {
  const message = `${kind.resource} "${name}" already exists`;
  return new StatusError('AlreadyExists', message, detailsOf(kind, name));
}

/** Somebody else was faster. */
export function conflict(
  kind: Kind,
  name: string,
  why = 'the object has been modified; please apply your changes to the latest version and try again',
): StatusError {
  const message = `Operation cannot be fulfilled on ${kind.resource} "${name}": ${why}`;
  return new StatusError('Conflict', message, detailsOf(kind, name));
}

/** A field has a value that it can't have. */
export function invalid(
  kind: Kind,
  name: string,
  field: string,
  why: string,
): StatusError {
  const subject = kind.group ? `${kind.name}.${kind.group}` : kind.name;
  const message = `${subject} "${name}" is invalid: ${field}: ${why}`;
  return new StatusError('Invalid', message, {
    ...detailsOf(kind, name),
    kind: kind.name,
    causes: [{ reason: 'FieldValueInvalid', message: why, field }],
  });
}

/** The path is there, and this can't be done with it. */
export function methodNotAllowed(): StatusError {
  return new StatusError(
    'MethodNotAllowed',
    'the server does not allow this method on the requested resource',
  );
}
