import { EnvironmentInput } from './EnvironmentInput';

/** An environment with the defaults of one of this name. */
export function createEnvironment(
  project: string,
  name: string,
  instance: string,
): EnvironmentInput {
  return {
    name,
    instance,
    cluster: 'in-cluster',
    namespace: createNamespace(project, name),
  };
}

/** The environment under another name; a namespace that nobody chose follows. */
export function renameEnvironment(
  project: string,
  environment: EnvironmentInput,
  name: string,
): EnvironmentInput {
  const isDefault =
    environment.namespace === createNamespace(project, environment.name);
  return {
    ...environment,
    name,
    namespace: isDefault
      ? createNamespace(project, name)
      : environment.namespace,
  };
}

function createNamespace(project: string, name: string): string {
  return name === '' ? '' : `${project}-${name}`;
}
