import {
  AuthenticationError,
  ConflictError,
  InputError,
  NotAllowedError,
  ServiceUnavailableError,
} from '@backstage/errors';
import { FailedThing } from './describeFailure';

/** An error that ends with what was made before it. */
export function createError(
  thing: FailedThing,
  text: string,
  made: readonly string[],
): Error {
  const before =
    made.length === 0
      ? 'Nothing was made.'
      : `Made before: ${made.join(
          '; ',
        )}. Running the step again goes on from there.`;
  const message = `${text}\n${before}`;
  switch (thing) {
    case 'token':
      return new AuthenticationError(message);
    case 'server':
      return new ServiceUnavailableError(message);
    case 'right':
      return new NotAllowedError(message);
    case 'name':
    case 'difference':
      return new ConflictError(message);
    case 'repository':
    case 'destination':
    case 'request':
      return new InputError(message);
    default: {
      const never: never = thing;
      return never;
    }
  }
}
