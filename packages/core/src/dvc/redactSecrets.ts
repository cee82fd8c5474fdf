import { Json } from '../reading/Json';
import { REDACTED } from '../reading/redactUrl';
import { redactUrls } from '../reading/redactUrls';

/** `pad_token` and `max_tokens` are words of language models, and no secrets. */
const SECRET_NAME =
  /(?:^|[._-])(?:passw(?:or)?d|passphrase|pwd|secret|secret[_-]?key|api[_-]?key|access[_-]?key(?:[_-]?id)?|account[_-]?key|private[_-]?key|credentials?|connection[_-]?string|(?:access|api|auth|bearer|gh|github|gitlab|hf|id|refresh|sas|session|wandb)[_-]?token)$|^(?:.*\.)?token$/i;

const ENVIRONMENT = /^["']?\$/;

/** Userinfo as `curl -u` and its like take it. */
const USER_INFO = /^(["']?[^\s:/"']+):[^\s/@"']+(?=["']?$)/;

/** A value of a params or metrics file, `***` where its key says that it is a secret. */
export function redactValue(key: string, value: Json): Json {
  if (typeof value !== 'string' || value === '') return value;
  return SECRET_NAME.test(key) ? REDACTED : redactUrls(value);
}

/**
 * A command without the secrets that are written out in it: options and variables of
 * such names, HTTP headers, credentials in URLs. References to the environment stay.
 */
export function redactCommand(command: string): string {
  const parts = redactUrls(command)
    .replace(/\b(Bearer|Basic)\s+[^\s"'$]+/g, `$1 ${REDACTED}`)
    .split(/(\s+)/);
  return parts.map((part, at) => redactPart(part, parts[at - 2])).join('');
}

/** `before` is the word before this one. */
function redactPart(part: string, before: string | undefined): string {
  const option = /^--([\w.-]+)$/.exec(before ?? '')?.[1];
  if (option !== undefined && SECRET_NAME.test(option)) return hide(part);
  if (before === '-u' || before === '--user') {
    return part.replace(USER_INFO, `$1:${REDACTED}`);
  }
  const pair = /^((?:["']|--?)?([\w.-]+)=)(.+)$/.exec(part);
  return pair && SECRET_NAME.test(pair[2]) ? pair[1] + hide(pair[3]) : part;
}

function hide(value: string): string {
  return ENVIRONMENT.test(value) ? value : REDACTED;
}
