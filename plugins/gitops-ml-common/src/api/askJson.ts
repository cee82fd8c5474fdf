import { ResponseError } from '@backstage/errors';
import { z } from 'zod/v4';

/** How a client finds the back end and asks it; Backstage's APIs of these names. @public */
export interface GitopsMlClientOptions {
  discovery: { getBaseUrl(pluginId: string): Promise<string> };
  fetch: { fetch: typeof fetch };
}

/**
 * What the back end answers to a path (`/v1/…`), as the schema has it. Throws
 * `ResponseError` for an answer that says so, and `ZodError` for one of another shape.
 */
export async function askJson<S extends z.ZodType>(
  { discovery, fetch }: GitopsMlClientOptions,
  path: string,
  schema: S,
  request: RequestInit = {},
): Promise<z.infer<S>> {
  const base = await discovery.getBaseUrl('gitops-ml');
  const response = await fetch.fetch(`${base}${path}`, request);
  if (!response.ok) throw await ResponseError.fromResponse(response);
  return schema.parse(await response.json());
}
