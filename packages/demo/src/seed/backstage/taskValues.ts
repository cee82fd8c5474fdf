import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod/v4';
import { BackstageClient } from './BackstageClient';

/** The template of templates/ml-monorepo. */
export const TEMPLATE = 'template:default/ml-monorepo';

/** What the example is deployed to. */
export const ENVIRONMENTS = ['staging', 'production'];

const optionsSchema = z.object({
  argocdInstances: z.array(z.string()),
  dvcRemotes: z.array(z.string()),
});

const pollMilliseconds = 500;
const limitMilliseconds = 60_000;

/** The catalog reads its files in the background. */
async function waitForTemplate(client: BackstageClient): Promise<void> {
  const path = `/api/catalog/entities/by-name/template/default/ml-monorepo`;
  const end = Date.now() + limitMilliseconds;
  while (!(await client.ask(z.unknown(), path))) {
    if (Date.now() > end) throw new Error(`the catalog has no ${TEMPLATE}`);
    await sleep(pollMilliseconds);
  }
}

/** What somebody would fill in on the Create page. */
export async function readTaskValues(
  client: BackstageClient,
  world: {
    forge: { url: string; organisation: string };
    dvcRemote: { url: string };
  },
  name: string,
) {
  await waitForTemplate(client);
  const path = '/api/gitops-ml/v1/template-options';
  const options = await client.ask(optionsSchema, path);
  const [instance] = options?.argocdInstances ?? [];
  if (!instance) throw new Error('Backstage knows no Argo CD');
  const { host } = new URL(world.forge.url);
  return {
    name,
    owner: 'group:default/ml-team',
    description: 'Finds card transactions that the holder did not make',
    environments: ENVIRONMENTS.map(environment => ({
      name: environment,
      instance,
      cluster: 'in-cluster',
      namespace: `${name}-${environment}`,
    })),
    dvcRemote: world.dvcRemote.url,
    repoUrl: `${host}?owner=${world.forge.organisation}&repo=${name}`,
  };
}
