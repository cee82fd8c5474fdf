import { isDefinition } from '../definitions/feastClasses';
import { Mentions } from '../python/syntax';
import { holdsDefinition } from '../values/holdsDefinition';
import { PythonValue } from '../values/PythonValue';
import { Scope } from './Scope';

/** A piece of code, and the names that it sees. */
interface Code {
  mentions: Mentions;
  scope: Scope | undefined;
}

/**
 * Does the code name something of Feast's that makes definitions, by itself or
 * through functions and classes that it names?
 */
export function mentionsFeast(
  mentions: Mentions,
  scope: Scope,
  scopeOf: (module: string) => Scope | undefined,
): boolean {
  const visited = new Set([mentions]);
  const codes: Code[] = [{ mentions, scope }];
  // Grows while it is walked.
  for (const code of codes) {
    if (namesAny(code)) return true;
    for (const next of definedIn(code, scopeOf)) {
      if (!visited.has(next.mentions)) codes.push(next);
      visited.add(next.mentions);
    }
  }
  return false;
}

/** The code of the functions and classes that a piece of code names. */
function definedIn(
  code: Code,
  scopeOf: (module: string) => Scope | undefined,
): Code[] {
  return [...code.mentions.names].flatMap(name => {
    const value = code.scope?.find(name)?.value;
    return value?.kind === 'function' || value?.kind === 'class'
      ? { mentions: value.mentions, scope: scopeOf(value.home) }
      : [];
  });
}

function namesAny(code: Code): boolean {
  return [...code.mentions.names].some(name =>
    namesDefinition(name, code.scope?.find(name)?.value, code),
  );
}

function namesDefinition(
  name: string,
  value: PythonValue | undefined,
  code: Code,
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
        [...code.mentions.attributes].some(isDefinition)
      );
    case 'unknown':
      return value.feast;
    case 'list':
    case 'tuple':
    case 'set':
    case 'dict':
      return holdsDefinition(value);
    default:
      return false;
  }
}
