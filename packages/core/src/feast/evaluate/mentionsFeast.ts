import { isDefinition } from '../definitions/feastClasses';
import { Mentions } from '../python/syntax';
import { PythonValue } from '../values/PythonValue';
import { Scope } from './Scope';

/**
 * Does the code name something of Feast's that makes definitions, by itself or
 * through functions and classes that it names?
 */
export function mentionsFeast(mentions: Mentions, scope: Scope): boolean {
  const visited = new Set<Mentions>();
  const stack = [mentions];
  for (let next = stack.pop(); next; next = stack.pop()) {
    if (visited.has(next)) continue;
    visited.add(next);
    for (const name of next.names) {
      const value = scope.find(name)?.value;
      if (namesDefinition(name, value, next)) return true;
      if (value?.kind === 'function' || value?.kind === 'class')
        stack.push(value.mentions);
    }
  }
  return false;
}

function namesDefinition(
  name: string,
  value: PythonValue | undefined,
  mentions: Mentions,
): boolean {
  switch (value?.kind) {
    // A function may import it for itself.
    case undefined:
      return isDefinition(name);
    case 'feast-class':
      return isDefinition(value.name);
    case 'library':
      return (
        /^feast(?:\.|$)/.test(value.path) &&
        [...mentions.attributes].some(isDefinition)
      );
    case 'unknown':
      return value.feast;
    default:
      return false;
  }
}
