import { isRecord } from '../reading/isRecord';
import { REDACTED } from '../reading/redactUrl';
import { redactUrls } from '../reading/redactUrls';

const SECRET_NAME =
  /token|secret|passw|passphrase|pwd|credential|authori[sz]ation|auth$|(?:api|app|access|account|private|signing)[-_.]?key|cookie|session|signature/i;

const SCHEME = /\b(Bearer|Basic)\s+[^\s"']+/g;

const DEPTH = 16;
const ENTRIES = 200;
const LONGEST_TEXT = 1_024;

/** Does a name say that its value is a secret? */
export function isSecretName(name: string): boolean {
  return SECRET_NAME.test(name);
}

/** A message or query without the credentials in its URLs and authorisations. */
export function redactText(text: string): string {
  return redactUrls(text).replace(SCHEME, `$1 ${REDACTED}`);
}

/**
 * A part of a spec that may be shown: values of names that say secret are `***`, also in
 * pairs of name and value as arguments, headers and environment variables are written. What
 * is too long or too deep is cut (`…`).
 */
export function redactJson(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') {
    return redactText(value.slice(0, LONGEST_TEXT));
  }
  if (Array.isArray(value)) {
    if (depth >= DEPTH) return '…';
    return value.slice(0, ENTRIES).map(item => redactJson(item, depth + 1));
  }
  if (isRecord(value)) return redactRecord(value, depth);
  const isPlain = typeof value === 'number' || typeof value === 'boolean';
  return isPlain ? value : null;
}

function redactRecord(record: Record<string, unknown>, depth: number): unknown {
  if (depth >= DEPTH) return '…';
  const name = record.name ?? record.key ?? record.headerName;
  const isSecret = typeof name === 'string' && isSecretName(name);
  return Object.fromEntries(
    Object.entries(record)
      .slice(0, ENTRIES)
      .map(([key, value]) => {
        const hidden =
          (isSecret && /value$/i.test(key)) ||
          (isSecretName(key) && typeof value === 'string');
        return [key, hidden ? REDACTED : redactJson(value, depth + 1)];
      }),
  );
}
