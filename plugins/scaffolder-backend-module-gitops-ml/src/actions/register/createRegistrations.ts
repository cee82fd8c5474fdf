import { InputError } from '@backstage/errors';
import {
  ApplicationManifest,
  applicationName,
  ArgoCdDestination,
  createApplication,
  createApplicationSet,
  createAppProject,
  createSyncPolicy,
  projectName,
  SyncPolicy,
} from '@gitops-ml/backstage-plugin-gitops-ml-node';
import {
  ApplicationLayout,
  EnvironmentInput,
  RegisteredEnvironment,
  RegisterInput,
  Registration,
} from './Registration';

const DNS_LABEL = /^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/;
const FOLDER = /^[A-Za-z0-9_][A-Za-z0-9._-]*$/;

/**
 * What is wanted of each Argo CD instance, in the order in which the
 * environments name them. Throws InputError for what no Argo CD would take.
 */
export function createRegistrations(
  input: RegisterInput,
  knownInstances: readonly string[],
): Registration[] {
  checkInput(input, knownInstances);
  const repoUrl = dropUserInfo(input.repoUrl);
  const instances = [...new Set(input.environments.map(e => e.instance))];
  return instances.map(instance =>
    createRegistration(
      { ...input, repoUrl },
      instance,
      input.environments.filter(e => e.instance === instance),
    ),
  );
}

function createRegistration(
  input: RegisterInput,
  instance: string,
  inputs: EnvironmentInput[],
): Registration {
  const { name: component, repoUrl } = input;
  const layout = readLayout(input);
  const environments = inputs.map(
    (environment): RegisteredEnvironment => ({
      name: environment.name,
      application:
        layout?.name === undefined
          ? applicationName(component, environment.name)
          : fill(layout.name, environment.name),
      destination: toDestination(environment),
    }),
  );
  const project: Registration['project'] = input.project
    ? { kind: 'existing', name: input.project }
    : {
        kind: 'own',
        name: projectName(component),
        manifest: createAppProject({
          component,
          repoUrl,
          destinations: environments.map(e => e.destination),
        }),
      };
  const workload: Registration['workload'] = layout
    ? {
        kind: 'applications',
        manifests: environments.map(environment =>
          toApplication(input, layout, environment, project.name),
        ),
      }
    : {
        kind: 'application-set',
        manifest: createApplicationSet({
          component,
          instance,
          repoUrl,
          revision: input.revision,
          project: project.name,
        }),
      };
  return { instance, component, repoUrl, environments, project, workload };
}

function readLayout(input: RegisterInput): ApplicationLayout | undefined {
  return typeof input.layout === 'object'
    ? input.layout.application
    : undefined;
}

function toApplication(
  input: RegisterInput,
  layout: ApplicationLayout,
  environment: RegisteredEnvironment,
  project: string,
): ApplicationManifest {
  return createApplication({
    name: environment.application,
    component: input.name,
    environment: environment.name,
    project,
    repoUrl: input.repoUrl,
    targetRevision: input.revision ?? 'main',
    path: fill(layout.path, environment.name),
    destination: environment.destination,
    labels: layout.labels,
    syncPolicy: toSyncPolicy(layout),
    deleteResources: layout.deleteResources,
  });
}

function toSyncPolicy(layout: ApplicationLayout): SyncPolicy {
  const standard = createSyncPolicy();
  const automated = {
    prune: layout.prune ?? true,
    selfHeal: layout.selfHeal ?? true,
  };
  return {
    ...(layout.automated === false ? {} : { automated }),
    retry: layout.retry ?? standard.retry,
    syncOptions: layout.syncOptions ?? standard.syncOptions,
  };
}

function toDestination(environment: EnvironmentInput): ArgoCdDestination {
  const { server, cluster, namespace } = environment;
  return server === undefined
    ? { name: cluster ?? 'in-cluster', namespace }
    : { server, namespace };
}

/** `{environment}` in a text stands for the environment's name. */
function fill(text: string, environment: string): string {
  return text.replaceAll('{environment}', environment);
}

// Greedy: a password that isn't escaped may hold an @ of its own. SSH needs its user.
function dropUserInfo(repoUrl: string): string {
  return repoUrl
    .replace(/^(https?:\/\/)[^/?#]*@/i, '$1')
    .replace(/^(ssh:\/\/[^/?#:@]*):[^/?#]*@/i, '$1@');
}

function checkInput(
  input: RegisterInput,
  knownInstances: readonly string[],
): void {
  if (!DNS_LABEL.test(input.name)) {
    throw new InputError(
      `The name "${input.name}" must be a DNS label: lower case letters, digits and hyphens`,
    );
  }
  const names = input.environments.map(({ name }) => name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) {
    throw new InputError(`The environment "${twice}" is given twice`);
  }
  for (const environment of input.environments) {
    checkEnvironment(environment, knownInstances);
  }
  const layout = readLayout(input);
  const distinct = new Set(
    names.map(name => (layout?.name ? fill(layout.name, name) : name)),
  );
  if (distinct.size < names.length) {
    throw new InputError(
      'layout.application.name gives several environments one name; put {environment} in it',
    );
  }
}

function checkEnvironment(
  environment: EnvironmentInput,
  knownInstances: readonly string[],
): void {
  const { name, instance, namespace, cluster, server } = environment;
  if (!DNS_LABEL.test(name)) {
    throw new InputError(
      `The environment's name "${name}" must be a DNS label: lower case letters, digits and hyphens`,
    );
  }
  if (!DNS_LABEL.test(namespace)) {
    throw new InputError(
      `The namespace "${namespace}" of ${name} must be a DNS label`,
    );
  }
  if (cluster !== undefined && server !== undefined) {
    throw new InputError(
      `The destination of ${name} has both cluster and server; give one`,
    );
  }
  if (!knownInstances.includes(instance) || !FOLDER.test(instance)) {
    const known = knownInstances.join(', ') || 'none';
    throw new InputError(
      `argocd.appLocatorMethods has no Argo CD instance "${instance}" (known: ${known})`,
    );
  }
}
