import { z } from 'zod/v4';
import { BackstageClient } from './BackstageClient';

const locationsSchema = z.array(
  z.object({ data: z.object({ id: z.string(), target: z.string() }) }),
);

/** Takes the registrations below a URL out of the catalog, and so what they brought. */
export async function forgetEntity(
  client: BackstageClient,
  urlPrefix: string,
): Promise<void> {
  const path = '/api/catalog/locations';
  for (const { data } of (await client.ask(locationsSchema, path)) ?? []) {
    if (data.target.startsWith(urlPrefix)) {
      await client.delete(`${path}/${data.id}`);
    }
  }
}
