import fs from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod/v4';
import {
  applicationSchema,
  applicationSetSchema,
  Metadata,
  projectSchema,
} from '../contract';
import { FileObjectStore, ObjectStore } from './ObjectStore';
import { Versions } from './Versions';

interface Stored {
  metadata: Metadata;
  spec: unknown;
}

const isOwned = ({ metadata }: Stored) =>
  (metadata.ownerReferences ?? []).length > 0;

/** What an ApplicationSet made is made again by it. */
async function carry<T extends Stored>(
  directory: string,
  schema: z.ZodType<T>,
  target: ObjectStore<T>,
): Promise<void> {
  const isThere = await fs.stat(directory).then(
    () => true,
    () => false,
  );
  if (!isThere) return;
  const versions = new Versions();
  const source = await FileObjectStore.open({ directory, schema, versions });
  const wanted = source.list().filter(object => !isOwned(object));
  for (const object of wanted) await target.create(object);
  await fs.rm(directory, { recursive: true });
}

interface Targets {
  projects: ObjectStore<z.infer<typeof projectSchema>>;
  applications: ObjectStore<z.infer<typeof applicationSchema>>;
  applicationSets: ObjectStore<z.infer<typeof applicationSetSchema>>;
}

/** Takes what lies in files, as an Argo CD without a cluster keeps it, into a cluster; once. */
export async function carryOver(
  directory: string,
  { projects, applications, applicationSets }: Targets,
): Promise<void> {
  const at = (kind: string) => path.join(directory, kind);
  await carry(at('projects'), projectSchema, projects);
  await carry(at('applications'), applicationSchema, applications);
  await carry(at('applicationsets'), applicationSetSchema, applicationSets);
}
