import { InputError } from '@backstage/errors';
import { z } from 'zod/v4';

const text = z.string().min(1).max(4096);

/** What every view takes. */
export const viewQuerySchema = z.object({ revision: text.optional() });

/** `GET …/data/history` */
export const dataHistoryQuerySchema = viewQuerySchema.extend({ path: text });

/** `GET …/features/history`; the project at the root has an empty path. */
export const featureHistoryQuerySchema = viewQuerySchema.extend({
  project: z.string().max(4096),
  view: text,
});

/** Reads a request's query. Throws InputError naming each parameter that is wrong. */
export function parseQuery<S extends z.ZodType>(
  schema: S,
  query: unknown,
): z.infer<S> {
  const parsed = schema.safeParse(query);
  if (parsed.success) return parsed.data;
  const wrong = parsed.error.issues
    .map(issue => `${issue.path.join('.')}: ${issue.message}`)
    .join('; ');
  throw new InputError(`The query can't be used: ${wrong}`);
}
