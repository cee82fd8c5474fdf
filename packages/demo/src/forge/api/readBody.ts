import { z } from 'zod/v4';
import { readJson } from '../../http/readJson';
import { answerRefusal } from '../answers/answerError';
import { Exchange, ForgeParts } from '../ForgeParts';

/** A file in base64, and what stands around it. */
const maxBytes = 32 * 1024 * 1024;

/** The body of a call; where it can't be used it is refused, and undefined. */
export async function readBody<T>(
  { addresses }: Pick<ForgeParts, 'addresses'>,
  { request, response }: Exchange,
  schema: z.ZodType<T>,
): Promise<T | undefined> {
  const body = await readJson(request, maxBytes);
  if (body.kind === 'refused') {
    answerRefusal(response, addresses, body.status, body.message);
    return undefined;
  }
  const parsed = schema.safeParse(body.value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const message = `[${issue?.path.join('.')}]: ${issue?.message}`;
  answerRefusal(response, addresses, 422, message);
  return undefined;
}
