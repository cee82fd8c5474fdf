import {
  ArgoCdCredentials,
  ArgoCdInstance,
} from '@gitops-ml/backstage-plugin-gitops-ml-node';
import { RunningArgoCd } from '@gitops-ml/demo';
import { createArgoCdRegisterAction } from '../actions/register/action';
import { ActionRun, runAction } from './runAction';
import {
  environmentFiles,
  ROLES,
  startRegistrationWorld,
} from './startRegistrationWorld';

/** The action's input. */
export type RegisterActionInput = Parameters<
  ReturnType<typeof createArgoCdRegisterAction>['handler']
>[0]['input'];

/** How a test runs the action. */
export interface RegisterOptions {
  /** Default: `main` and `other`, with the token of the account `backstage`. */
  instances?: ArgoCdInstance[];
  isDryRun?: boolean;
  timeoutMs?: number;
}

/** Configuration of one Argo CD, by default with the token of the account `backstage`. */
export function createInstance(
  name: string,
  url: string,
  credentials: ArgoCdCredentials = { token: 'backstage-token' },
): ArgoCdInstance {
  return { name, url, credentials };
}

/** An environment `churn-<name>` of the repository `churn`. */
export function createEnvironment(name: string, instance = 'main') {
  return { name, instance, namespace: `churn-${name}` };
}

/** The repository `churn` on a forge, and the Argo CDs `main` and `other`. */
export async function startRegisterHarness() {
  const world = await startRegistrationWorld();
  const main = await world.startArgoCd('main');
  const other = await world.startArgoCd('other');
  const overlay = 'resources: []\n';
  const repoUrl = await world.push('churn', {
    ...environmentFiles('main', 'churn', ['staging', 'production']),
    ...environmentFiles('other', 'churn', ['dr']),
    'infra/staging/kustomization.yaml': overlay,
    'infra/production/kustomization.yaml': overlay,
    'deploy/kustomization.yaml': overlay,
  });
  const standard = [
    createInstance('main', main.url),
    createInstance('other', other.url),
  ];
  const createAction = (options: RegisterOptions = {}) =>
    createArgoCdRegisterAction({
      fetch,
      instances: options.instances ?? standard,
      timeoutMs: options.timeoutMs ?? 20_000,
      intervalMs: 10,
    });
  let count = 0;

  return {
    world,
    main,
    other,
    repoUrl,
    createAction,

    /** A name that no test had before; both Argo CDs let projects be read. */
    createComponent(): string {
      count += 1;
      main.setPolicy(ROLES.reading);
      other.setPolicy(ROLES.reading);
      return `churn${count}`;
    },

    /** Runs the action for staging and production of `churn`, under a name. */
    register(
      component: string,
      changes: Partial<RegisterActionInput> = {},
      options: RegisterOptions = {},
    ): Promise<ActionRun> {
      const environments = ['staging', 'production'].map(name =>
        createEnvironment(name),
      );
      const input = { name: component, repoUrl, environments, ...changes };
      const { isDryRun } = options;
      return runAction(createAction(options), input, { isDryRun });
    },

    /** What changes with every write of a component's objects. */
    async versions(component: string) {
      const project = await askAsAdmin(main, `projects/ml-${component}`);
      const set = await askAsAdmin(main, `applicationsets/ml-${component}`);
      return [
        project.body.metadata?.resourceVersion,
        set.body.metadata?.generation,
      ];
    },

    /** Stops everything; answers what went wrong inside the servers. */
    async close() {
      await world.close();
      return world.errors;
    },
  };
}

/** Asks an Argo CD as its administrator. */
export async function askAsAdmin(argoCd: RunningArgoCd, path: string) {
  const response = await fetch(`${argoCd.url}/api/v1/${path}`, {
    headers: { Authorization: 'Bearer admin-token' },
  });
  return { status: response.status, body: await response.json() };
}

/** Makes something as administrator. Throws where it is refused. */
export async function postAsAdmin(
  argoCd: RunningArgoCd,
  path: string,
  body: object,
): Promise<void> {
  const response = await fetch(`${argoCd.url}/api/v1/${path}`, {
    method: 'POST',
    headers: {
      Authorization: 'Bearer admin-token',
      'Content-Type': 'application/json',
    },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(await response.text());
}
