import { isJsonObject } from '@gitops-ml/core';
import { z } from 'zod/v4';
import { invalid } from '../ApiError';
import { omitEmptyFields } from './omitEmpty';

/** An object of a request, without what is as good as absent. Throws `ApiError`. */
export function readObject<T>(schema: z.ZodType<T>, body: unknown): T {
  const json = z.json().safeParse(body);
  if (!json.success || !isJsonObject(json.data)) {
    throw invalid('json: cannot unmarshal the body into an object');
  }
  const parsed = schema.safeParse(omitEmptyFields(json.data));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw invalid(
    `json: cannot unmarshal the field ${issue.path.join('.')}: ${
      issue.message
    }`,
  );
}
