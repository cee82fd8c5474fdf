import { KustomizeError } from '../KustomizeError';
import { splitPath } from '../transformers/visitField';

/** The parts of a path with dots; those in brackets keep theirs (SmarterPathSplitter). */
export function splitFieldPath(path: string): string[] {
  const parts = splitPath(path, '.');
  const result: string[] = [];
  for (let index = 0; index < parts.length; index += 1) {
    let part = parts[index];
    if (!part.startsWith('[') || part.endsWith(']')) {
      result.push(part);
      continue;
    }
    while (index + 1 < parts.length && !part.endsWith(']')) {
      index += 1;
      part += `.${parts[index]}`;
    }
    result.push(part.includes('=') ? part : part.replace(/^\[+|\]+$/g, ''));
  }
  return result;
}

/** The key and value of `[key=value]`; the key of `[=value]` is empty. */
export function splitListEntry(part: string): [key: string, value: string] {
  const inner = part.slice(1, -1);
  const at = inner.indexOf('=');
  if (at < 0) {
    throw new KustomizeError(
      `list path element must contain fieldName=fieldValue for element to match`,
    );
  }
  return [inner.slice(0, at), inner.slice(at + 1)];
}
