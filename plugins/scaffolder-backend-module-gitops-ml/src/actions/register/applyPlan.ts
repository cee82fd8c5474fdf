import {
  ApplicationSetManifest,
  ArgoCdAnswer,
  ArgoCdClient,
  UpsertOptions,
} from '@gitops-ml/backstage-plugin-gitops-ml-node';
import { createError } from './createError';
import { Plan, Step } from './plan';
import { OnConflict } from './Registration';
import { RegistrationContext, unwrap } from './RegistrationContext';

/** Credentials of the repository, for Argo CD to read it with. */
export interface RepositoryCredentials {
  username: string;
  password: string;
}

/** Carries a plan out, step by step; notes what it made in `context.made`. */
export async function applyPlan(
  context: RegistrationContext,
  plan: Plan,
  options: { onConflict: OnConflict; credentials?: RepositoryCredentials },
): Promise<void> {
  for (const step of plan.steps) await applyStep(context, step, options);
}

async function applyStep(
  context: RegistrationContext,
  step: Step,
  options: Parameters<typeof applyPlan>[2],
): Promise<void> {
  const { client } = context;
  const { onConflict } = options;
  switch (step.kind) {
    case 'existing AppProject':
      return;
    case 'repository':
      await storeCredentials(context, options);
      return;
    case 'dry run':
      await tryApplicationSet(context, step.manifest);
      return;
    case 'AppProject':
      await write(context, step, onConflict, upsert =>
        client.createProject(step.manifest, upsert),
      );
      return;
    case 'ApplicationSet':
      await write(context, step, onConflict, upsert =>
        client.createApplicationSet(step.manifest, upsert),
      );
      return;
    case 'Application':
      await write(context, step, onConflict, upsert =>
        client.createApplication(step.manifest, upsert),
      );
      return;
    default: {
      const never: never = step;
      throw new Error(`unknown step ${JSON.stringify(never)}`);
    }
  }
}

async function write(
  context: RegistrationContext,
  step: Extract<
    Step,
    { kind: 'AppProject' | 'ApplicationSet' | 'Application' }
  >,
  onConflict: OnConflict,
  create: (options: UpsertOptions) => Promise<ArgoCdAnswer<unknown>>,
): Promise<void> {
  const { logger, instance, made } = context;
  const title = `${step.kind} ${step.name} on Argo CD "${instance.name}"`;
  if (step.handling === 'keep') {
    logger.info(`${title}: exists, left as it is`);
    return;
  }
  const first = await create({ upsert: step.handling === 'update' });
  const isHiddenConflict =
    step.handling === 'ensure' &&
    !first.ok &&
    first.failure.kind === 'conflict' &&
    onConflict === 'upsert';
  const answer = isHiddenConflict ? await create({ upsert: true }) : first;
  unwrap(context, answer);
  made.push(title);
  logger.info(
    `${title}: ${step.handling === 'update' ? 'changed' : 'registered'}`,
  );
}

async function storeCredentials(
  context: RegistrationContext,
  options: Parameters<typeof applyPlan>[2],
): Promise<void> {
  const { client, registration, instance, made, logger } = context;
  const { credentials, onConflict } = options;
  if (!credentials) return;
  const repository = {
    repo: registration.repoUrl,
    project: registration.project.name,
    ...credentials,
  };
  const store = (
    upsert?: UpsertOptions,
  ): ReturnType<ArgoCdClient['createRepository']> =>
    client.createRepository(repository, upsert);
  const title = `credentials of ${registration.repoUrl} on Argo CD "${instance.name}"`;
  const first = await store();
  const conflicts = !first.ok && first.failure.kind === 'conflict';
  if (conflicts && onConflict === 'adopt') {
    logger.info(`${title}: others exist, left as they are`);
    return;
  }
  const changes = conflicts && onConflict === 'upsert';
  unwrap(context, changes ? await store({ upsert: true }) : first);
  made.push(title);
  logger.info(`${title}: stored`);
}

/** Lets Argo CD expand the environment files, and compares with what is expected. */
async function tryApplicationSet(
  context: RegistrationContext,
  manifest: ApplicationSetManifest,
): Promise<void> {
  const { client, registration, instance, made, logger } = context;
  const tried = unwrap(context, await client.tryApplicationSet(manifest));
  const found = (tried.status?.resources ?? []).map(({ name }) => name).sort();
  const missing = registration.environments.filter(
    ({ application }) => !found.includes(application),
  );
  if (missing.length > 0) {
    const folder = `argocd/${registration.instance}/environments`;
    const files = missing.map(({ name }) => `${folder}/${name}.yaml`);
    throw createError(
      'repository',
      `Argo CD "${instance.name}" finds no ${files.join(', ')} in ${
        registration.repoUrl
      } (it finds ${found.join(', ') || 'no environment'})`,
      made,
    );
  }
  logger.info(
    `Argo CD "${instance.name}" would make ${found.join(', ')} of ${
      registration.repoUrl
    }`,
  );
}
