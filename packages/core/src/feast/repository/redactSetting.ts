import { REDACTED, redactUrl } from '../../reading/redactUrl';

/** Parts of a dotted key whose value may be a secret. */
const SECRET_KEY =
  /passw|passphrase|^pass$|^pwd$|secret|token|credential|private|signature|sasl|api_?key|access_?key|account_?key|auth_?key|shared_?key|encryption_?key|service_account_|^key$|^jwt$/i;

/** `password=…` in connection strings and options. */
const SECRET_PAIR =
  /\b((?:[\w.-]*(?:password|passwd|passphrase|secret|token|credential|api[_-]?key|access[_-]?key|account[_-]?key|sharedaccesskey|signature)[\w.-]*|pwd)\s*[=:]\s*)(?:"[^"]*"|'[^']*'|[^\s,;&"']+)/gi;

/** Userinfo without a scheme: `user:password@host`. */
const BARE_USER_INFO = /(^|[\s,;=])[^\s,;=@/:]+:[^\s,;@]+@/g;

const URL = /[a-zA-Z][a-zA-Z0-9+.:-]*:\/\/[^\s"'<>]+/g;

/** Credentials of an HTTP header. */
const HEADER = /\b(Bearer|Basic)\s+[^\s,;"']+/g;

const ENVIRONMENT = /^\$(?:\w+|\{\w+\})$/;

/**
 * A setting of feature_store.yaml without what may be a secret. A reference to an
 * environment variable is no secret and stays as it is written.
 */
export function redactSetting(key: string, value: string): string {
  if (/^(?:true|false|)$/i.test(value) || ENVIRONMENT.test(value)) return value;
  if (key.split('.').some(part => SECRET_KEY.test(part))) return REDACTED;
  if (value.includes('-----BEGIN')) return REDACTED;
  return value
    .replace(URL, url => redactUrl(url))
    .replace(BARE_USER_INFO, '$1')
    .replace(HEADER, `$1 ${REDACTED}`)
    .replace(SECRET_PAIR, `$1${REDACTED}`);
}
