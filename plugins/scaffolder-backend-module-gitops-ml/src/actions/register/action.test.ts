import { RunningArgoCd } from '@gitops-ml/demo';
import { parse } from 'yaml';
import { runAction } from '../../__testUtils__/runAction';
import {
  askAsAdmin,
  createEnvironment,
  createInstance,
  RegisterActionInput,
  RegisterOptions,
  startRegisterHarness,
} from '../../__testUtils__/startRegisterHarness';
import { ROLES } from '../../__testUtils__/startRegistrationWorld';
import { examples } from './action.examples';

jest.setTimeout(60_000);

describe('gitops-ml:argocd:register', () => {
  let harness: Awaited<ReturnType<typeof startRegisterHarness>>;
  let main: RunningArgoCd;
  let other: RunningArgoCd;
  let repoUrl: string;
  let component: string;

  beforeAll(async () => {
    harness = await startRegisterHarness();
    ({ main, other, repoUrl } = harness);
  });

  afterAll(async () => {
    const errors = await harness.close();
    if (errors.length > 0) throw errors[0];
  });

  beforeEach(() => {
    component = harness.createComponent();
  });

  const register = (
    changes?: Partial<RegisterActionInput>,
    options?: RegisterOptions,
  ) => harness.register(component, changes, options);
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
    const project = await askAsAdmin(main, `projects/ml-${component}`);
    expect(project.body.spec).toMatchObject({
      sourceRepos: [repoUrl],
      destinations: [
        { name: 'in-cluster', namespace: 'churn-staging' },
        { name: 'in-cluster', namespace: 'churn-production' },
      ],
    });
    const set = await askAsAdmin(main, `applicationsets/ml-${component}`);
    expect(set.body.spec.template.spec).toMatchObject({
      project: `ml-${component}`,
      source: { repoURL: repoUrl },
    });
    expect(run.checkpoints).toEqual({});
  });

  it('changes nothing the second time', async () => {
    await register();
    const before = await harness.versions(component);
    const run = await register();
    expect(run.error).toBeUndefined();
    expect(await harness.versions(component)).toEqual(before);
    expect(run.lines).toContain(
      `ApplicationSet ml-${component} on Argo CD "main": exists, left as it is`,
    );
  });

  it('changes nothing the second time where it may not read projects', async () => {
    main.setPolicy(ROLES.least);
    await register();
    const before = await harness.versions(component);
    const run = await register();
    expect(run.error).toBeUndefined();
    expect(await harness.versions(component)).toEqual(before);
  });

  it('registers each environment with its own instance', async () => {
    const run = await register({
      environments: [
        createEnvironment('staging'),
        createEnvironment('dr', 'other'),
      ],
    });
    expect(run.error).toBeUndefined();
    const project = await askAsAdmin(other, `projects/ml-${component}`);
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
      createInstance('main', main.url, {
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
    expect((await askAsAdmin(main, `projects/ml-${component}`)).status).toBe(
      404,
    );
    expect(run.outputs.applications).toHaveLength(2);
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
      const { body } = await askAsAdmin(
        main,
        `applications/${component}-production`,
      );
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

    it('gives each field of the layout to the Application', async () => {
      main.setPolicy(ROLES.applications);
      const run = await register({
        environments: [
          {
            name: 'production',
            instance: 'main',
            server: 'https://kubernetes.default.svc',
            namespace: 'churn-production',
          },
        ],
        revision: 'main',
        layout: {
          application: {
            path: 'deploy',
            name: `app-{environment}-${component}`,
            labels: { team: 'fraud', tier: 'one' },
            automated: false,
            syncOptions: ['PruneLast=true'],
            retry: {
              limit: 7,
              refresh: true,
              backoff: { duration: '1s', factor: 3, maxDuration: '9s' },
            },
          },
        },
      });
      expect(run.error).toBeUndefined();
      const name = `app-production-${component}`;
      expect(run.outputs.applications).toEqual([
        {
          environment: 'production',
          instance: 'main',
          name,
          url: `${main.url}/applications/argocd/${name}`,
        },
      ]);
      const { body } = await askAsAdmin(main, `applications/${name}`);
      expect(body.metadata.labels).toMatchObject({
        team: 'fraud',
        tier: 'one',
      });
      expect(body.metadata.finalizers).toBeUndefined();
      expect(body.spec).toMatchObject({
        source: { path: 'deploy', targetRevision: 'main' },
        destination: {
          server: 'https://kubernetes.default.svc',
          namespace: 'churn-production',
        },
      });
      expect(body.spec.destination.name).toBeUndefined();
      expect(body.spec.syncPolicy).toEqual({
        retry: {
          limit: 7,
          refresh: true,
          backoff: { duration: '1s', factor: 3, maxDuration: '9s' },
        },
        syncOptions: ['PruneLast=true'],
      });
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
      const { body } = await askAsAdmin(main, 'repositories');
      expect(body.items).toMatchObject([
        { repo: repoUrl, project: `ml-${component}` },
      ]);
      expect(JSON.stringify([run, others])).not.toContain(SECRET);
    });

    it.each([
      [(url: URL) => `http://demo:${SECRET}@${url.host}${url.pathname}`],
      [(url: URL) => `http://demo:p@ss:${SECRET}@${url.host}${url.pathname}`],
    ])('drops those of the repository’s URL: %#', async write => {
      const run = await register({ repoUrl: write(new URL(repoUrl)) });
      expect(run.error).toBeUndefined();
      const { body } = await askAsAdmin(main, `projects/ml-${component}`);
      expect(body.spec.sourceRepos).toEqual([repoUrl]);
      expect(JSON.stringify(run)).not.toMatch(/demo-password|p@ss/);
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
      const action = harness.createAction();
      expect(step.action).toBe(action.id);
      const input = { ...step.input, name: component, repoUrl };
      const run = await runAction(action, input);
      expect(run.error).toBeUndefined();
      expect(run.outputs.applications).toHaveLength(2);
    },
  );
});
