/** A name, an address and a time, as commits and tags hold them. */
interface Signature {
  name: string;
  email: string | undefined;
  /** ISO 8601 in UTC. */
  date: string;
}

/** A commit or tag object, taken apart. */
interface ParsedObject {
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

const SIGNATURE = /^([^<]*)<(.*)>\s*(-?\d+)(?: [+-]\d+)?\s*$/s;
/** The largest distance from 1970 that a Date can hold, in seconds. */
const MAX_SECONDS = 8.64e12;

/** Seconds since 1970 as ISO 8601 in UTC; what git can't date it dates 1970. */
function isoDate(seconds: number): string {
  const known = Math.abs(seconds) <= MAX_SECONDS ? seconds : 0;
  return new Date(known * 1000).toISOString().replace('.000Z', 'Z');
}

/** `Name <address> seconds zone`, with what can be read of it. */
export function parseSignature(value: string): Signature {
  const match = SIGNATURE.exec(value);
  return {
    name: (match ? match[1] : value.split('<')[0]).trim(),
    email: match?.[2] || undefined,
    date: isoDate(Number(match?.[3] ?? 0)),
  };
}
