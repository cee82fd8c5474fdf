import { describeErrorCode } from '@gitops-ml/backstage-plugin-gitops-ml-node';
import { LiveFailure } from '../LiveAnswer';
import { backstageErrorSchema, statusSchema } from './contract';

const KINDS = new Map<number, LiveFailure['kind']>([
  [401, 'forbidden'],
  [403, 'forbidden'],
  [404, 'absent'],
  [409, 'conflict'],
  [410, 'gone'],
]);

const kindOf = (status: number): LiveFailure['kind'] =>
  status >= 500 || status === 429 ? 'unreachable' : 'invalid';

/** What an answer with a status other than 2xx means; `words` is its body. */
export function describeRefusal(status: number, words: string): LiveFailure {
  const body = parseJson(words);
  const own = statusSchema.safeParse(body);
  if (own.success) {
    const code = own.data.code ?? status;
    const message = own.data.message ?? own.data.reason ?? `status ${code}`;
    return { kind: KINDS.get(code) ?? kindOf(code), message };
  }
  const proxy = backstageErrorSchema.safeParse(body);
  if (proxy.success) return describeProxy(status, proxy.data.error);
  // A server without the kind answers 404 in plain text.
  return {
    kind: KINDS.get(status) ?? kindOf(status),
    message: `the cluster answers ${status}`,
  };
}

/** The proxy did not get through to the cluster. */
function describeProxy(
  status: number,
  error: { message?: string; cause?: { code?: string } },
): LiveFailure {
  const code = error.cause?.code;
  const message =
    code === undefined
      ? error.message ?? `status ${status}`
      : describeErrorCode(code);
  switch (status) {
    case 404:
      return {
        kind: 'not-configured',
        message: `the kubernetes plugin has no such cluster (${message})`,
      };
    case 401:
    case 403:
      return {
        kind: 'forbidden',
        message: `Backstage's kubernetes plugin refuses (${message})`,
      };
    default:
      return { kind: 'unreachable', message };
  }
}

/** The value of a JSON text; `undefined` for what is no JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
