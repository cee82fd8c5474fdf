import { DeclaredEnvironment } from '../environments/DeclaredEnvironment';
import { EntryReading } from '../model/EntryReading';
import { createStateDescriber } from './createStateDescriber';
import { StateFile, StateTuple } from './StateTuple';

/**
 * The state tuple of a commit: of everything without `environment`, of what that
 * environment is to run with it. `readings` are those of all of this package's readers.
 * For several environments of one commit, `createStateDescriber` takes less time.
 * @public
 */
export function describeState(options: {
  files: readonly StateFile[];
  readings: readonly EntryReading[];
  environment?: DeclaredEnvironment;
}): StateTuple {
  return createStateDescriber(options)(options.environment);
}
