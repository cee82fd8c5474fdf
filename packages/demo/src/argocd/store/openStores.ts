import path from 'node:path';
import { z } from 'zod/v4';
import {
  Application,
  ApplicationSet,
  applicationSchema,
  applicationSetSchema,
  Metadata,
  Project,
  projectSchema,
  StoredRepository,
  storedRepositorySchema,
} from '../contract';
import { ClusterStore } from '../../cluster/ClusterStore';
import { carryOver } from './carryOver';
import { ClusterObjectStore } from './ClusterObjectStore';
import { FileObjectStore, ObjectStore } from './ObjectStore';
import { Versions, VersionSource } from './Versions';

interface Stores {
  versions: VersionSource;
  projects: ObjectStore<Project>;
  applications: ObjectStore<Application>;
  applicationSets: ObjectStore<ApplicationSet>;
  repositories: ObjectStore<StoredRepository>;
}

/**
 * Opens what is stored below a directory; a new one gets the project `default`.
 * With a cluster all but the repositories are its objects, in namespace `argocd`;
 * what lies in files from before becomes theirs.
 */
export async function openStores(
  directory: string,
  cluster?: ClusterStore,
): Promise<Stores> {
  const versions = new Versions();
  const open = <T extends { metadata: Metadata; spec: unknown }>(
    kind: string,
    schema: z.ZodType<T>,
  ) =>
    FileObjectStore.open({
      directory: path.join(directory, kind),
      schema,
      versions,
    });
  const stores: Stores = {
    ...(cluster
      ? {
          versions: {
            get last() {
              return cluster.resourceVersion;
            },
          },
          projects: new ClusterObjectStore(
            cluster,
            'AppProject',
            projectSchema,
          ),
          applications: new ClusterObjectStore(
            cluster,
            'Application',
            applicationSchema,
          ),
          applicationSets: new ClusterObjectStore(
            cluster,
            'ApplicationSet',
            applicationSetSchema,
          ),
        }
      : {
          versions,
          projects: await open('projects', projectSchema),
          applications: await open('applications', applicationSchema),
          applicationSets: await open('applicationsets', applicationSetSchema),
        }),
    repositories: await open('repositories', storedRepositorySchema),
  };
  if (cluster) await carryOver(directory, stores);
  await stores.projects.create({
    metadata: { name: 'default' },
    spec: {
      sourceRepos: ['*'],
      destinations: [{ server: '*', namespace: '*' }],
      clusterResourceWhitelist: [{ group: '*', kind: '*' }],
    },
    status: {},
  });
  return stores;
}
