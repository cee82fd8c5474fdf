import { labelEnvironment } from './describeRowErrors';
import { EnvironmentInput } from './EnvironmentInput';

/** What is wrong with a list of environments, one sentence each; empty when all is well. */
export function checkEnvironments(
  environments: readonly EnvironmentInput[],
  instances: readonly string[],
): string[] {
  if (environments.length === 0) {
    return ['Add at least one environment.'];
  }
  return environments.flatMap((environment, index) => {
    const label = labelEnvironment(environment, index);
    return [
      ...checkEnvironment(environment, instances),
      ...checkAgainst(environment, environments.slice(0, index)),
    ].map(sentence => `${label}: ${sentence}`);
  });
}

function checkEnvironment(
  { name, instance, cluster, namespace }: EnvironmentInput,
  instances: readonly string[],
): string[] {
  return [
    isDnsLabel(name)
      ? undefined
      : 'the name takes a-z, 0-9 and "-", at most 63, and begins and ends with a letter or digit.',
    instances.includes(instance) ? undefined : 'choose an Argo CD instance.',
    cluster === '' ? 'name a cluster.' : undefined,
    isDnsLabel(namespace)
      ? undefined
      : 'the namespace takes a-z, 0-9 and "-", at most 63.',
  ].filter(sentence => sentence !== undefined);
}

function checkAgainst(
  { name, cluster, namespace }: EnvironmentInput,
  earlier: readonly EnvironmentInput[],
): string[] {
  if (earlier.some(other => other.name === name)) {
    return ['there are two environments of this name.'];
  }
  const [same] = earlier.filter(
    other => other.cluster === cluster && other.namespace === namespace,
  );
  return same
    ? [`${same.name} has this namespace already. Choose another.`]
    : [];
}

// RFC 1123, as Kubernetes has it for namespaces.
function isDnsLabel(text: string): boolean {
  return /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/.test(text);
}
