/** A name, an address and a time, as commits and tags hold them. */
export interface Signature {
  name: string;
  email: string | undefined;
  /** ISO 8601 in UTC. */
  date: string;
}

/** A commit or tag object, taken apart. */
export interface ParsedObject {
  headers: { key: string; value: string }[];
  message: string;
}

function decode(bytes: Uint8Array, encoding: string | undefined): string {
  try {
    return new TextDecoder(encoding ?? 'utf-8').decode(bytes);
  } catch {
    return new TextDecoder('utf-8').decode(bytes);
  }
}

function unfold(head: string): ParsedObject['headers'] {
  const headers: ParsedObject['headers'] = [];
  for (const line of head.split('\n')) {
    const last = headers.at(-1);
    if (line.startsWith(' ') && last) {
      last.value += `\n${line.slice(1)}`;
      continue;
    }
    const space = line.indexOf(' ');
    if (space > 0) {
      headers.push({ key: line.slice(0, space), value: line.slice(space + 1) });
    }
  }
  return headers;
}

/** Headers and message of a commit or tag, decoded as its `encoding` says. */
export function parseObject(bytes: Buffer): ParsedObject {
  const end = bytes.indexOf('\n\n');
  const head = end < 0 ? bytes : bytes.subarray(0, end);
  const encoding = /^encoding (\S+)$/m.exec(head.toString('latin1'))?.[1];
  return {
    headers: unfold(decode(head, encoding)),
    message: end < 0 ? '' : decode(bytes.subarray(end + 2), encoding).trimEnd(),
  };
}

/** @returns the value of the first header of that name. */
export function headerOf(
  object: ParsedObject,
  key: string,
): string | undefined {
  return object.headers.find(header => header.key === key)?.value;
}

const SIGNATURE = /^(.*?) ?<([^>]*)>\s+(-?\d+)(?: [+-]\d+)?\s*$/s;
/** The largest distance from 1970 that a Date can hold, in seconds. */
const MAX_SECONDS = 8.64e12;

/** `Name <address> seconds zone`; `undefined` where it isn't that. */
export function parseSignature(
  value: string | undefined,
): Signature | undefined {
  const match = SIGNATURE.exec(value ?? '');
  if (!match) return undefined;
  const seconds = Number(match[3]);
  if (Math.abs(seconds) > MAX_SECONDS) return undefined;
  return {
    name: match[1],
    email: match[2] || undefined,
    date: new Date(seconds * 1000).toISOString().replace('.000Z', 'Z'),
  };
}
