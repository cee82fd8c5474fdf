import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { createVirtualClock } from '../../clock/createVirtualClock';
import { createClusterStore } from '../../cluster/createClusterStore';
import { openStores } from './openStores';

const source = { repoURL: 'http://a/b.git', path: '.' };

const application = (
  name: string,
  owners: { apiVersion: string; kind: string; name: string; uid: string }[],
) => ({
  metadata: { name, ownerReferences: owners },
  spec: { project: 'ml', source, destination: {} },
  status: {},
});

describe('what an Argo CD without a cluster kept', () => {
  let directory: string;

  beforeEach(async () => {
    directory = await fs.mkdtemp(path.join(os.tmpdir(), 'argocd-'));
  });
  afterEach(() => fs.rm(directory, { recursive: true, force: true }));

  it('is a cluster’s once it has one, but for what is generated', async () => {
    const before = await openStores(directory);
    await before.projects.create({
      metadata: { name: 'ml' },
      spec: { sourceRepos: ['http://a/b.git'] },
      status: {},
    });
    await before.applicationSets.create({
      metadata: { name: 'churn' },
      spec: {
        generators: [],
        template: { metadata: {}, spec: {} },
      },
      status: {},
    });
    await before.applications.create(application('alone', []));
    const owner = {
      apiVersion: 'argoproj.io/v1alpha1',
      kind: 'ApplicationSet',
      name: 'churn',
      uid: 'of-before',
    };
    await before.applications.create(application('generated', [owner]));

    const cluster = createClusterStore(createVirtualClock(0));
    await openStores(directory, cluster);
    const names = (kind: 'AppProject' | 'ApplicationSet' | 'Application') =>
      cluster.list(kind).map(({ metadata }) => metadata.name);
    expect(names('AppProject')).toEqual(['default', 'ml']);
    expect(names('ApplicationSet')).toEqual(['churn']);
    expect(names('Application')).toEqual(['alone']);
    expect(cluster.get('AppProject', 'argocd', 'ml')?.spec).toMatchObject({
      sourceRepos: ['http://a/b.git'],
    });
    expect((await fs.readdir(directory)).sort()).toEqual(['repositories']);
  });

  it('is not taken again', async () => {
    const cluster = createClusterStore(createVirtualClock(0));
    await openStores(directory);
    await openStores(directory, cluster);
    cluster.delete('AppProject', 'argocd', 'default');
    await openStores(directory, cluster);
    expect(cluster.list('AppProject')).toHaveLength(1);
  });
});
