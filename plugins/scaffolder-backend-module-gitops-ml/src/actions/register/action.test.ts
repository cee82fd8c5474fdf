import http from 'node:http';
import {
  ArgoCdCredentials,
  ArgoCdInstance,
} from '@gitops-ml/backstage-plugin-gitops-ml-node';
import { RunningArgoCd } from '@gitops-ml/demo';
import { parse } from 'yaml';
import { runAction } from '../../__testUtils__/runAction';
import {
  environmentFiles,
  ROLES,
  startRegistrationWorld,
} from '../../__testUtils__/startRegistrationWorld';
import { createArgoCdRegisterAction } from './action';
import { examples } from './action.examples';

type Input = Parameters<
  ReturnType<typeof createArgoCdRegisterAction>['handler']
>[0]['input'];

jest.setTimeout(60_000);

describe('gitops-ml:argocd:register', () => {
  let world: Awaited<ReturnType<typeof startRegistrationWorld>>;
  let main: RunningArgoCd;
  let other: RunningArgoCd;
  let repoUrl: string;
  let count = 0;

  beforeAll(async () => {
    world = await startRegistrationWorld();
    main = await world.startArgoCd('main');
    other = await world.startArgoCd('other');
    const overlay = 'resources: []\n';
    repoUrl = await world.push('churn', {
      ...environmentFiles('main', 'churn', ['staging', 'production']),
      ...environmentFiles('other', 'churn', ['dr']),
      'infra/staging/kustomization.yaml': overlay,
      'infra/production/kustomization.yaml': overlay,
      'deploy/kustomization.yaml': overlay,
    });
  });

  afterAll(async () => {
    await world.close();
    expect(world.errors).toEqual([]);
  });

  let component: string;
  beforeEach(async () => {
    count += 1;
    component = `churn${count}`;
    main.setPolicy(ROLES.reading);
    other.setPolicy(ROLES.reading);
  });

  const environment = (name: string, instance = 'main') => ({
    name,
    instance,
    namespace: `churn-${name}`,
  });
  const createInput = (changes: Partial<Input> = {}): Input => ({
    name: component,
    repoUrl,
    environments: [environment('staging'), environment('production')],
    ...changes,
  });
  const instance = (
    name: string,
    url: string,
    credentials: ArgoCdCredentials = { token: 'backstage-token' },
  ): ArgoCdInstance => ({ name, url, credentials });
  const createAction = (instances?: ArgoCdInstance[], timeoutMs = 20_000) =>
    createArgoCdRegisterAction({
      fetch,
      instances: instances ?? [
        instance('main', main.url),
        instance('other', other.url),
      ],
      timeoutMs,
      intervalMs: 10,
    });
  const register = (
    changes: Partial<Input> = {},
    options: {
      instances?: ArgoCdInstance[];
      isDryRun?: boolean;
      timeoutMs?: number;
    } = {},
  ) =>
    runAction(
      createAction(options.instances, options.timeoutMs),
      createInput(changes),
      { isDryRun: options.isDryRun },
    );

  /** What an Argo CD holds, as its administrator sees it. */
  const ask = async (argoCd: RunningArgoCd, path: string) => {
    const response = await fetch(`${argoCd.url}/api/v1/${path}`, {
      headers: { Authorization: 'Bearer admin-token' },
    });
    return { status: response.status, body: await response.json() };
  };
  const post = async (argoCd: RunningArgoCd, path: string, body: object) => {
    const response = await fetch(`${argoCd.url}/api/v1/${path}`, {
      method: 'POST',
      headers: {
        Authorization: 'Bearer admin-token',
        'Content-Type': 'application/json',
      },
      body: JSON.stringify(body),
    });
    expect([response.status, await response.text()]).toEqual([
      200,
      expect.anything(),
    ]);
  };
  const versions = async (argoCd: RunningArgoCd) => {
    const project = await ask(argoCd, `projects/ml-${component}`);
    const set = await ask(argoCd, `applicationsets/ml-${component}`);
    return [
      project.body.metadata?.resourceVersion,
      set.body.metadata?.generation,
    ];
  };

  it('makes a project and an ApplicationSet with the least role', async () => {
    main.setPolicy(ROLES.least);
    const run = await register();
    expect(run.error).toBeUndefined();
    expect(run.outputs).toEqual({
      applications: ['staging', 'production'].map(name => ({
        environment: name,
        instance: 'main',
        name: `${component}-${name}`,
        url: `${main.url}/applications/argocd/${component}-${name}`,
      })),
      projects: [{ instance: 'main', name: `ml-${component}` }],
    });
    const project = await ask(main, `projects/ml-${component}`);
    expect(project.body.spec).toMatchObject({
      sourceRepos: [repoUrl],
      destinations: [
        { name: 'in-cluster', namespace: 'churn-staging' },
        { name: 'in-cluster', namespace: 'churn-production' },
      ],
    });
    const set = await ask(main, `applicationsets/ml-${component}`);
    expect(set.body.spec.template.spec).toMatchObject({
      project: `ml-${component}`,
      source: { repoURL: repoUrl },
    });
    expect(run.checkpoints).toEqual({});
  });

  it('changes nothing the second time', async () => {
    await register();
    const before = await versions(main);
    const run = await register();
    expect(run.error).toBeUndefined();
    expect(await versions(main)).toEqual(before);
    expect(run.lines).toContain(
      `ApplicationSet ml-${component} on Argo CD "main": exists, left as it is`,
    );
  });

  it('changes nothing the second time where it may not read projects', async () => {
    main.setPolicy(ROLES.least);
    await register();
    const before = await versions(main);
    const run = await register();
    expect(run.error).toBeUndefined();
    expect(await versions(main)).toEqual(before);
  });

  it('registers each environment with its own instance', async () => {
    const run = await register({
      environments: [environment('staging'), environment('dr', 'other')],
    });
    expect(run.error).toBeUndefined();
    const project = await ask(other, `projects/ml-${component}`);
    expect(project.body.spec.destinations).toEqual([
      { name: 'in-cluster', namespace: 'churn-dr' },
    ]);
    expect(run.outputs.applications).toMatchObject([
      { name: `${component}-staging`, instance: 'main' },
      { name: `${component}-dr`, instance: 'other' },
    ]);
  });

  it('signs in with username and password', async () => {
    const instances = [
      instance('main', main.url, {
        username: 'backstage',
        password: 'backstage-password',
      }),
    ];
    expect((await register({}, { instances })).error).toBeUndefined();
  });

  it('only shows the plan in a dry run', async () => {
    const run = await register({}, { isDryRun: true });
    expect(run.error).toBeUndefined();
    expect(run.lines).toEqual([
      `Plan for Argo CD "main": create the AppProject ml-${component}`,
      `Plan for Argo CD "main": try the ApplicationSet ml-${component} without making it`,
      `Plan for Argo CD "main": create the ApplicationSet ml-${component}`,
      'This is a dry run: nothing is registered.',
    ]);
    expect((await ask(main, `projects/ml-${component}`)).status).toBe(404);
    expect(run.outputs.applications).toHaveLength(2);
  });

  describe('says which thing is wrong', () => {
    it.each([
      ['a token', { token: 'wrong' }],
      ['a password', { username: 'backstage', password: 'wrong-password' }],
    ])('%s', async (_, credentials) => {
      const run = await register(
        {},
        { instances: [instance('main', main.url, credentials)] },
      );
      expect(run.error).toMatch(
        /^AuthenticationError: Argo CD "main" \(.*\) does not accept the token, or username and password/,
      );
      expect(run.error).toMatch(/Nothing was made\.$/);
      expect(run.error).not.toContain('wrong-password');
    });

    it('a server that is not there', async () => {
      const gone = http.createServer().listen(0, '127.0.0.1');
      await new Promise(resolve => {
        gone.once('listening', resolve);
      });
      const address = gone.address();
      const port = typeof address === 'object' ? address?.port : undefined;
      await new Promise(resolve => {
        gone.close(resolve);
      });
      const instances = [instance('main', `http://127.0.0.1:${port}`)];
      const run = await register({}, { instances });
      expect(run.error).toMatch(
        /^ServiceUnavailableError: Argo CD "main" \(.*\) can not be reached: ECONNREFUSED/,
      );
    });

    it('a server that accepts and never answers', async () => {
      const hanging = http.createServer(() => {}).listen(0, '127.0.0.1');
      await new Promise(resolve => {
        hanging.once('listening', resolve);
      });
      const address = hanging.address();
      const port = typeof address === 'object' ? address?.port : undefined;
      const instances = [instance('main', `http://127.0.0.1:${port}`)];
      const run = await register({}, { instances, timeoutMs: 300 });
      hanging.closeAllConnections();
      await new Promise(resolve => {
        hanging.close(resolve);
      });
      expect(run.error).toContain('no answer within 0.3 s');
    });

    it('the rights that are missing, all at once and before anything is made', async () => {
      main.setPolicy('g, backstage, role:none\n');
      const run = await register();
      expect(run.error).toMatch(/^NotAllowedError: /);
      expect(run.error).toContain(
        `lacks the rights "projects, create, ml-${component}", "applicationsets, create, ml-${component}/ml-${component}", "applicationsets, get, ml-${component}/ml-${component}"`,
      );
      expect(run.error).toContain('Nothing was made.');
    });

    it('a repository that can not be read, and what was made before', async () => {
      const missing = `${world.forgeUrl}/ml/missing${count}.git`;
      const run = await register({ repoUrl: missing });
      expect(run.error).toMatch(/^InputError: Argo CD "main" .*repository/);
      expect(run.error).toContain(
        `Made before: AppProject ml-${component} on Argo CD "main".`,
      );
    });

    it('an environment whose file is not in the repository', async () => {
      const run = await register({
        environments: [environment('staging'), environment('canary')],
      });
      expect(run.error).toContain(
        `finds no argocd/main/environments/canary.yaml in ${repoUrl}`,
      );
    });

    it('a destination that an existing project does not allow', async () => {
      await post(main, 'projects', {
        project: {
          metadata: { name: 'ml-shared' },
          spec: {
            sourceRepos: [repoUrl],
            destinations: [{ name: 'in-cluster', namespace: 'elsewhere' }],
          },
        },
        upsert: true,
      });
      const run = await register({ project: 'ml-shared' });
      expect(run.error).toContain(
        `the AppProject ml-shared does not allow the destination in-cluster/churn-staging`,
      );
      expect(run.error).toContain('Nothing was made.');
    });

    it('a repository that an existing project does not allow', async () => {
      await post(main, 'projects', {
        project: {
          metadata: { name: 'ml-shared' },
          spec: {
            sourceRepos: ['http://elsewhere/*'],
            destinations: [{ name: 'in-cluster', namespace: '*' }],
          },
        },
        upsert: true,
      });
      const run = await register({ project: 'ml-shared' });
      expect(run.error).toContain(
        `the AppProject ml-shared does not allow the repository ${repoUrl}`,
      );
    });

    it('a cluster that Argo CD does not know, of a single Application', async () => {
      main.setPolicy(ROLES.applications);
      const run = await register({
        environments: [{ ...environment('staging'), cluster: 'nowhere' }],
        layout: { application: { path: 'infra/{environment}' } },
      });
      expect(run.error).toMatch(
        /^InputError: Argo CD "main" .* does not accept the destination: .*there are no clusters with this name: nowhere/,
      );
      expect(run.error).toContain(`Made before: AppProject ml-${component}`);
    });

    it('a name that an object of another project has', async () => {
      await post(main, 'projects', {
        project: {
          metadata: { name: `foreign${count}` },
          spec: {
            sourceRepos: ['*'],
            destinations: [{ name: '*', namespace: '*' }],
          },
        },
      });
      await post(main, 'applications', {
        metadata: { name: `${component}-staging` },
        spec: {
          project: `foreign${count}`,
          source: {
            repoURL: repoUrl,
            path: 'deploy',
            targetRevision: 'main',
          },
          destination: { name: 'in-cluster', namespace: 'x' },
        },
      });
      main.setPolicy(ROLES.applications);
      const run = await register({
        environments: [environment('staging')],
        layout: { application: { path: 'deploy' } },
      });
      expect(run.error).toMatch(/^ConflictError: /);
      expect(run.error).toContain(
        `foreign${count}/${component}-staging in another project ("foreign${count}"), so the name is taken`,
      );
    });

    it('a name that an ApplicationSet of another project has', async () => {
      await post(main, 'projects', {
        project: {
          metadata: { name: `foreign${count}` },
          spec: { sourceRepos: ['*'] },
        },
      });
      const template = { project: `foreign${count}` };
      await post(main, 'applicationsets', {
        metadata: { name: `ml-${component}` },
        spec: { generators: [], template: { metadata: {}, spec: template } },
      });
      const run = await register();
      expect(run.error).toContain(
        `the name ml-${component} is taken by an ApplicationSet of a project that the account may not read`,
      );
      expect(run.error).toContain('Nothing was made.');
    });

    it.each<[string, Partial<Input>]>([
      ['a name with a dot', { name: 'a.b' }],
      [
        'an unknown instance',
        { environments: [{ name: 's', instance: 'x', namespace: 'n' }] },
      ],
      [
        'cluster and server',
        {
          environments: [
            {
              name: 's',
              instance: 'main',
              namespace: 'n',
              cluster: 'a',
              server: 'b',
            },
          ],
        },
      ],
      [
        'an environment twice',
        {
          environments: [
            { name: 's', instance: 'main', namespace: 'n' },
            { name: 's', instance: 'main', namespace: 'm' },
          ],
        },
      ],
      ['a bad time limit', { timeout: 'soon' }],
      ['credentials without a password', { credentials: { username: 'u' } }],
    ])('%s, without asking anybody', async (_, changes) => {
      const run = await register(changes, {
        instances: [instance('main', 'http://127.0.0.1:9')],
      });
      expect(run.error).toMatch(/^InputError: /);
    });
  });

  describe('where something else exists', () => {
    const registerLess = () =>
      register({ environments: [environment('staging')] });

    it('shows the difference field by field, and makes nothing', async () => {
      await registerLess();
      const before = await versions(main);
      const run = await register();
      expect(run.error).toMatch(/^ConflictError: /);
      expect(run.error).toContain(
        `AppProject ml-${component} exists and is different:\n  spec.destinations[1]: is absent, wanted {"name":"in-cluster","namespace":"churn-production"}`,
      );
      expect(await versions(main)).toEqual(before);
    });

    it('shows the server’s own words where it may not read', async () => {
      await registerLess();
      main.setPolicy(ROLES.least);
      const run = await register();
      expect(run.error).toContain('difference in keys "');
    });

    it('changes it with upsert and the right to', async () => {
      await registerLess();
      main.setPolicy(ROLES.updating);
      const run = await register({ onConflict: 'upsert' });
      expect(run.error).toBeUndefined();
      const project = await ask(main, `projects/ml-${component}`);
      expect(project.body.spec.destinations).toHaveLength(2);
    });

    it('names the right that upsert lacks, before anything is changed', async () => {
      await registerLess();
      const run = await register({ onConflict: 'upsert' });
      expect(run.error).toContain(
        `lacks the right "projects, update, ml-${component}"`,
      );
      expect(run.error).toContain('Nothing was made.');
    });

    it('adopts what covers this repository and its destinations', async () => {
      await register();
      const before = await versions(main);
      const run = await register({
        environments: [environment('staging')],
        onConflict: 'adopt',
      });
      expect(run.error).toBeUndefined();
      expect(await versions(main)).toEqual(before);
    });

    it('does not adopt what lacks a destination', async () => {
      await registerLess();
      const run = await register({ onConflict: 'adopt' });
      expect(run.error).toContain(
        `AppProject ml-${component} can not be adopted: the AppProject ml-${component} does not allow the destination in-cluster/churn-production`,
      );
    });
  });

  describe('with another layout', () => {
    const layout = {
      application: {
        path: 'infra/{environment}',
        labels: { team: 'fraud' },
        selfHeal: false,
        deleteResources: true,
        retry: { limit: 1, backoff: { duration: '3s', maxDuration: '5s' } },
      },
    };

    it('makes one Application for each environment', async () => {
      main.setPolicy(ROLES.applications);
      const run = await register({ layout, revision: 'main' });
      expect(run.error).toBeUndefined();
      const { body } = await ask(main, `applications/${component}-production`);
      expect(body).toMatchObject({
        metadata: {
          labels: {
            team: 'fraud',
            'backstage.io/kubernetes-id': component,
            'gitops-ml/environment': 'production',
          },
          finalizers: ['resources-finalizer.argocd.argoproj.io'],
        },
        spec: {
          project: `ml-${component}`,
          source: {
            repoURL: repoUrl,
            path: 'infra/production',
            targetRevision: 'main',
          },
          destination: {
            name: 'in-cluster',
            namespace: 'churn-production',
          },
          syncPolicy: {
            automated: { prune: true },
            retry: { limit: 1, backoff: { duration: '3s', maxDuration: '5s' } },
            syncOptions: ['CreateNamespace=true'],
          },
        },
      });
      const again = await register({ layout, revision: 'main' });
      expect(again.error).toBeUndefined();
      expect(again.lines).toContain(
        `Application ${component}-production on Argo CD "main": exists, left as it is`,
      );
    });

    it('shows in what an existing Application differs', async () => {
      main.setPolicy(ROLES.applications);
      await register({ layout });
      const run = await register({
        layout: { application: { ...layout.application, path: 'deploy' } },
      });
      expect(run.error).toContain(
        '  spec.source.path: is "infra/staging", wanted "deploy"',
      );
    });
  });

  describe('with credentials of the repository', () => {
    const SECRET = 'demo-password';
    const credentials = { username: 'demo', password: SECRET };

    it('stores them for the project, and shows them nowhere', async () => {
      main.setPolicy(ROLES.repositories);
      const run = await register({ credentials });
      const others = await register({
        credentials: { username: 'demo', password: `${SECRET}-2` },
      });
      expect(run.error).toBeUndefined();
      expect(others.error).toContain('difference in keys "Password"');
      const { body } = await ask(main, 'repositories');
      expect(body.items).toMatchObject([
        { repo: repoUrl, project: `ml-${component}` },
      ]);
      expect(JSON.stringify([run, others])).not.toContain(SECRET);
    });

    it('asks for the right first', async () => {
      const run = await register({ credentials });
      expect(run.error).toContain(
        `lacks the right "repositories, create, ml-${component}/${repoUrl}"`,
      );
    });
  });

  it.each(examples.map(({ description, example }) => [description, example]))(
    'runs its example: %s',
    async (_, example) => {
      main.setPolicy(ROLES.updating + ROLES.applications);
      const [step] = parse(example).steps;
      const action = createAction();
      expect(step.action).toBe(action.id);
      const input = { ...step.input, name: component, repoUrl };
      const run = await runAction(action, input);
      expect(run.error).toBeUndefined();
      expect(run.outputs.applications).toHaveLength(2);
    },
  );
});
