import { ArgoCdFailure } from './ArgoCdAnswer';
import { failureSchema } from './contract';

const EXISTS = /\bexisting .* (?:spec )?is different\b/;
const KEYS = /difference in keys "([^"]*)"/;

/**
 * What an answer with a status other than 2xx means. `words` is its body.
 * Statuses and texts as Argo CD 3.2.11 gives them (testdata/).
 */
export function describeRefusal(
  call: string,
  status: number,
  words: string,
): ArgoCdFailure {
  const message = readMessage(words);
  if (message === undefined) return describeStranger(call, status);
  switch (status) {
    case 401:
      return { kind: 'unauthorized', call, message };
    case 403:
      return { kind: 'forbidden', call, message };
    case 404:
      return { kind: 'not-found', call, message };
    default:
      return status === 409 || EXISTS.test(message)
        ? { kind: 'conflict', call, message, keys: readKeys(message) }
        : { kind: 'invalid', call, message };
  }
}

/** An answer that isn't Argo CD's: of a proxy, a login page, another service. */
function describeStranger(call: string, status: number): ArgoCdFailure {
  if (status === 401) {
    return {
      kind: 'unauthorized',
      call,
      message: 'the server asks for other credentials',
    };
  }
  if (status >= 500) {
    return { kind: 'unreachable', call, message: `the server answers ${status}` };
  }
  const redirect = status >= 300 && status < 400;
  return {
    kind: 'invalid',
    call,
    message: redirect
      ? `the server redirects (${status}), which is not followed; is the URL complete?`
      : `the server answers ${status}, and not as Argo CD does; is the URL right?`,
  };
}

function readMessage(words: string): string | undefined {
  const parsed = failureSchema.safeParse(parseJson(words));
  return parsed.success
    ? parsed.data.message ?? parsed.data.error
    : undefined;
}

/** The value of a JSON text; `undefined` for what is no JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function readKeys(message: string): string[] {
  return KEYS.exec(message)?.[1].split(',') ?? [];
}
