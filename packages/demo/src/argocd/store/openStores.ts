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
import { ObjectStore } from './ObjectStore';
import { Versions } from './Versions';

interface Stores {
  versions: Versions;
  projects: ObjectStore<Project>;
  applications: ObjectStore<Application>;
  applicationSets: ObjectStore<ApplicationSet>;
  repositories: ObjectStore<StoredRepository>;
}

/** Opens what is stored below a directory; a new one gets the project `default`. */
export async function openStores(directory: string): Promise<Stores> {
  const versions = new Versions();
  const open = <T extends { metadata: Metadata; spec: unknown }>(
    kind: string,
    schema: z.ZodType<T>,
  ) =>
    ObjectStore.open({
      directory: path.join(directory, kind),
      schema,
      versions,
    });
  const projects = await open('projects', projectSchema);
  await projects.create({
    metadata: { name: 'default' },
    spec: {
      sourceRepos: ['*'],
      destinations: [{ server: '*', namespace: '*' }],
      clusterResourceWhitelist: [{ group: '*', kind: '*' }],
    },
    status: {},
  });
  return {
    versions,
    projects,
    applications: await open('applications', applicationSchema),
    applicationSets: await open('applicationsets', applicationSetSchema),
    repositories: await open('repositories', storedRepositorySchema),
  };
}
