import { EnvironmentInput } from './EnvironmentInput';

/**
 * What is wrong inside of environments, one sentence each, with its name before.
 * The form nests errors by row and field, with lists of sentences at the leaves.
 */
export function describeRowErrors(
  environments: readonly EnvironmentInput[],
  errors: object,
): string[] {
  const rows = new Map<string, unknown>(Object.entries(errors));
  return environments.flatMap((environment, index) =>
    collectTexts(rows.get(String(index))).map(
      text => `${labelEnvironment(environment, index)}: ${text}`,
    ),
  );
}

/** The name of an environment; its number while it has none. */
export function labelEnvironment(
  { name }: Pick<EnvironmentInput, 'name'>,
  index: number,
): string {
  return name === '' ? `Environment ${index + 1}` : name;
}

function collectTexts(node: unknown): string[] {
  if (typeof node === 'string') return [node];
  if (typeof node !== 'object' || node === null) return [];
  return Object.values(node).flatMap(collectTexts);
}
