import { z } from 'zod/v4';
import { invalid } from '../ApiError';
import { Claims } from '../accounts/Accounts';

/** A request that was let in, in parts. */
export interface Call {
  /** Who asks; throws `ApiError` where nobody does. */
  claims(): Claims;
  /** Segments of the path as they were sent, still encoded. */
  segments: Record<string, string>;
  query: URLSearchParams;
  /** JSON; an absent body is an empty object. */
  body: unknown;
}

/** Answers one method of one path. */
export interface Route {
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** `/applications/{name}`, below `/api/v1`; `{name=**}` takes all that is left. */
  path: string;
  /** What is answered with status 200. Throws `ApiError`. */
  handle(call: Call): unknown;
}

/** The body as a schema has it. Throws `ApiError` where it is another. */
export function readBody<T>(schema: z.ZodType<T>, body: unknown): T {
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw invalid(
    `json: cannot unmarshal the field ${issue.path.join('.')}: ${
      issue.message
    }`,
  );
}

/** A segment that stands for a name. */
export function readName(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    throw invalid(`the path holds ${segment}, which is no name`);
  }
}

/** `?upsert=true` and the like; throws where it is neither true nor false. */
export function readFlag(
  query: URLSearchParams,
  name: string,
): boolean | undefined {
  const value = query.get(name);
  if (value === null || value === '') return undefined;
  if (value === 'true' || value === 'false') return value === 'true';
  throw invalid(
    `type mismatch, parameter: ${name}, error: strconv.ParseBool: parsing "${value}": invalid syntax`,
  );
}
