import http from 'node:http';
import { RunningArgoCd } from '@gitops-ml/demo';
import {
  askAsAdmin,
  createEnvironment,
  createInstance,
  postAsAdmin,
  RegisterActionInput,
  RegisterOptions,
  startRegisterHarness,
} from '../../__testUtils__/startRegisterHarness';
import { ROLES } from '../../__testUtils__/startRegistrationWorld';

jest.setTimeout(60_000);

describe('gitops-ml:argocd:register refuses', () => {
  let harness: Awaited<ReturnType<typeof startRegisterHarness>>;
  let main: RunningArgoCd;
  let repoUrl: string;
  let component: string;

  beforeAll(async () => {
    harness = await startRegisterHarness();
    ({ main, repoUrl } = harness);
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
  describe('says which thing is wrong', () => {
    it.each([
      ['a token', { token: 'wrong' }],
      ['a password', { username: 'backstage', password: 'wrong-password' }],
    ])('%s', async (_, credentials) => {
      const run = await register(
        {},
        { instances: [createInstance('main', main.url, credentials)] },
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
      const instances = [createInstance('main', `http://127.0.0.1:${port}`)];
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
      const instances = [createInstance('main', `http://127.0.0.1:${port}`)];
      const run = await register({}, { instances, timeoutMs: 300 });
      hanging.closeAllConnections();
      await new Promise(resolve => {
        hanging.close(resolve);
      });
      expect(run.error).toContain('no answer within 0.3 s');
    });

    it('a server that speaks no TLS', async () => {
      const url = main.url.replace('http:', 'https:');
      const run = await register(
        {},
        { instances: [createInstance('main', url)] },
      );
      expect(run.error).toMatch(
        /^ServiceUnavailableError: Argo CD "main" \(https:.*\) can not be reached: .*does the server speak https\?/,
      );
      expect(run.error).toMatch(/Nothing was made\.$/);
    });

    it('a project that the account may not use', async () => {
      const run = await register({ project: 'default' });
      expect(run.error).toMatch(/^NotAllowedError: /);
      expect(run.error).toContain(
        `"applicationsets, create, default/ml-${component}"`,
      );
      expect(run.error).toContain('Nothing was made.');
    });

    it('a project that is not there', async () => {
      const run = await register({ project: 'ml-nowhere' });
      expect(run.error).toContain(
        'On Argo CD "main": the AppProject ml-nowhere does not exist',
      );
      expect(run.error).toContain('Nothing was made.');
    });

    it('the second instance, and what was made on the first', async () => {
      const run = await register({
        environments: [
          createEnvironment('staging'),
          createEnvironment('nowhere', 'other'),
        ],
      });
      expect(run.error).toContain(
        'Argo CD "other" finds no argocd/other/environments/nowhere.yaml',
      );
      expect(run.error).toContain(
        `Made before: AppProject ml-${component} on Argo CD "main"; ApplicationSet ml-${component} on Argo CD "main"; AppProject ml-${component} on Argo CD "other". Running the step again goes on from there.`,
      );
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
      const missing = `${harness.world.forgeUrl}/ml/missing.git`;
      const run = await register({ repoUrl: missing });
      expect(run.error).toMatch(/^InputError: Argo CD "main" .*repository/);
      expect(run.error).toContain(
        `Made before: AppProject ml-${component} on Argo CD "main".`,
      );
    });

    it('an environment whose file is not in the repository', async () => {
      const run = await register({
        environments: [
          createEnvironment('staging'),
          createEnvironment('canary'),
        ],
      });
      expect(run.error).toContain(
        `finds no argocd/main/environments/canary.yaml in ${repoUrl}`,
      );
    });

    it('a destination that an existing project does not allow', async () => {
      await postAsAdmin(main, 'projects', {
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
      await postAsAdmin(main, 'projects', {
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
        environments: [{ ...createEnvironment('staging'), cluster: 'nowhere' }],
        layout: { application: { path: 'infra/{environment}' } },
      });
      expect(run.error).toMatch(
        /^InputError: Argo CD "main" .* does not accept the destination: .*there are no clusters with this name: nowhere/,
      );
      expect(run.error).toContain(`Made before: AppProject ml-${component}`);
    });

    it('a name that an object of another project has', async () => {
      await postAsAdmin(main, 'projects', {
        project: {
          metadata: { name: `foreign-${component}` },
          spec: {
            sourceRepos: ['*'],
            destinations: [{ name: '*', namespace: '*' }],
          },
        },
      });
      await postAsAdmin(main, 'applications', {
        metadata: { name: `${component}-staging` },
        spec: {
          project: `foreign-${component}`,
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
        environments: [createEnvironment('staging')],
        layout: { application: { path: 'deploy' } },
      });
      expect(run.error).toMatch(/^ConflictError: /);
      expect(run.error).toContain(
        `foreign-${component}/${component}-staging in another project ("foreign-${component}"), so the name is taken`,
      );
    });

    it('a name that an ApplicationSet of another project has', async () => {
      await postAsAdmin(main, 'projects', {
        project: {
          metadata: { name: `foreign-${component}` },
          spec: { sourceRepos: ['*'] },
        },
      });
      const template = { project: `foreign-${component}` };
      await postAsAdmin(main, 'applicationsets', {
        metadata: { name: `ml-${component}` },
        spec: { generators: [], template: { metadata: {}, spec: template } },
      });
      const run = await register();
      expect(run.error).toContain(
        `the name ml-${component} is taken by an ApplicationSet of a project that the account may not read`,
      );
      expect(run.error).toContain('Nothing was made.');
    });

    it.each<[string, Partial<RegisterActionInput>]>([
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
        instances: [createInstance('main', 'http://127.0.0.1:9')],
      });
      expect(run.error).toMatch(/^InputError: /);
    });
  });

  describe('where something else exists', () => {
    const registerLess = () =>
      register({ environments: [createEnvironment('staging')] });

    it('shows the difference field by field, and makes nothing', async () => {
      await registerLess();
      const before = await harness.versions(component);
      const run = await register();
      expect(run.error).toMatch(/^ConflictError: /);
      expect(run.error).toContain(
        `AppProject ml-${component} exists and is different:\n  spec.destinations[1]: is absent, wanted {"name":"in-cluster","namespace":"churn-production"}`,
      );
      expect(await harness.versions(component)).toEqual(before);
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
      const project = await askAsAdmin(main, `projects/ml-${component}`);
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
      const before = await harness.versions(component);
      const run = await register({
        environments: [createEnvironment('staging')],
        onConflict: 'adopt',
      });
      expect(run.error).toBeUndefined();
      expect(await harness.versions(component)).toEqual(before);
    });

    it('does not adopt what lacks a destination', async () => {
      await registerLess();
      const run = await register({ onConflict: 'adopt' });
      expect(run.error).toContain(
        `AppProject ml-${component} can not be adopted: the AppProject ml-${component} does not allow the destination in-cluster/churn-production`,
      );
    });
  });
});
