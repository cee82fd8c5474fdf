import { promises as fs } from 'node:fs';
import path from 'node:path';
import { createApplication } from './createApplication';
import { createApplicationSet } from './createApplicationSet';
import { createAppProject } from './createAppProject';

const REPOSITORY = 'http://127.0.0.1:28200/churn.git';

describe('what is registered', () => {
  let recorded: Record<string, { request: { body: unknown } }>;

  beforeAll(async () => {
    const file = path.join(__dirname, 'testdata/recorded.json');
    recorded = JSON.parse(await fs.readFile(file, 'utf8'));
  });

  it('is the ApplicationSet that was proven, over the folder of its instance', () => {
    const set = createApplicationSet({
      component: 'churn',
      instance: 'main',
      repoUrl: REPOSITORY,
    });
    const [{ git }] = set.spec.generators;
    expect(git.files).toEqual([{ path: 'argocd/main/environments/*.yaml' }]);
    git.files = [{ path: 'argocd/environments/*.yaml' }];
    // The proven set did not look at infra/serving, where release.env lies since.
    const { annotations } = set.spec.template.metadata;
    const paths = 'argocd.argoproj.io/manifest-generate-paths';
    expect(annotations[paths]).toBe('/infra/base;/infra/serving;.;/features');
    annotations[paths] = '/infra/base;.;/features';
    expect(set).toEqual(recorded['set-create'].request.body);
  });

  it('is the AppProject that was proven', () => {
    const server = 'https://kubernetes.default.svc';
    const project = createAppProject({
      component: 'churn',
      repoUrl: REPOSITORY,
      destinations: [
        { server, namespace: 'final-staging' },
        { server, namespace: 'final-production' },
      ],
    });
    expect({ project, upsert: true }).toEqual(
      recorded['project-upsert'].request.body,
    );
  });

  it('takes an existing project and another branch', () => {
    const set = createApplicationSet({
      component: 'churn',
      instance: 'main',
      repoUrl: REPOSITORY,
      revision: 'trunk',
      project: 'shared',
    });
    expect(set.spec.template.spec.project).toBe('shared');
    expect(set.spec.generators[0].git.revision).toBe('trunk');
  });

  it('is a single Application with labels that can not be taken over', () => {
    const application = createApplication({
      name: 'churn-staging',
      component: 'churn',
      environment: 'staging',
      project: 'ml-churn',
      repoUrl: REPOSITORY,
      targetRevision: 'main',
      path: 'deploy/staging',
      destination: { name: 'in-cluster', namespace: 'churn-staging' },
      labels: { team: 'fraud', 'backstage.io/kubernetes-id': 'other' },
      deleteResources: true,
    });
    expect(application.metadata).toEqual({
      name: 'churn-staging',
      labels: {
        team: 'fraud',
        'backstage.io/kubernetes-id': 'churn',
        'gitops-ml/environment': 'staging',
      },
      finalizers: ['resources-finalizer.argocd.argoproj.io'],
    });
    expect(application.spec.syncPolicy?.retry?.refresh).toBe(true);
  });
});
