import { Operation } from 'fast-json-patch';
import { applyOperation } from '../../jsonPatch/applyOperation';
import { operationsSchema } from '../../jsonPatch/operationsSchema';
import { StatusError } from '../StatusError';

/** The operations of a JSON patch (RFC 6902). BadRequest where it is none. */
export function parseOperations(body: unknown): Operation[] {
  const parsed = operationsSchema.safeParse(body);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new StatusError(
    'BadRequest',
    `error decoding patch: ${issue.path.join('.')}: ${issue.message}`,
  );
}

/** What operations make of an object. Invalid where one does not apply. */
export function applyOperations(
  before: object,
  operations: readonly Operation[],
): object {
  const after = structuredClone(before);
  try {
    for (const operation of operations) applyOperation(after, operation);
    return after;
  } catch (error) {
    const why = error instanceof Error ? error.message.split('\n')[0] : '';
    throw new StatusError(
      'Invalid',
      `the server rejected our request due to an error in our request: ${why}`,
    );
  }
}
