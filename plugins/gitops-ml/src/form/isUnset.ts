import { EnvironmentInput } from './EnvironmentInput';

/** Whether nobody gave environments: the form makes rows of bare defaults to reach `minItems`. */
export function isUnset(
  environments: readonly Partial<EnvironmentInput>[] | undefined,
): boolean {
  return (
    environments === undefined ||
    environments.some(({ name }) => name === undefined)
  );
}
