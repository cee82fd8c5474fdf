import { EnvironmentInput } from './EnvironmentInput';

/** What is wrong with a list of environments, one sentence each; empty when all is well. */
export function checkEnvironments(
  environments: readonly EnvironmentInput[],
  instances: readonly string[],
): string[] {
  if (environments.length === 0) {
    return ['Add at least one environment.'];
  }
  return environments.flatMap(({ name, instance, namespace }, index) => {
    const label = name === '' ? `Environment ${index + 1}` : name;
    const earlier = environments.slice(0, index);
    return [
      isDnsLabel(name)
        ? undefined
        : `${label}: the name takes a-z, 0-9 and "-", at most 63, and begins and ends with a letter or digit.`,
      earlier.some(other => other.name === name)
        ? `${label}: there are two environments of this name.`
        : undefined,
      instances.includes(instance)
        ? undefined
        : `${label}: choose an Argo CD instance.`,
      namespace === undefined || isDnsLabel(namespace)
        ? undefined
        : `${label}: the namespace takes a-z, 0-9 and "-", at most 63.`,
    ].filter(sentence => sentence !== undefined);
  });
}

// RFC 1123, as Kubernetes has it for namespaces.
function isDnsLabel(text: string): boolean {
  return /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/.test(text);
}
