import { Json } from '../reading/Json';
import { safePath } from '../reading/safePath';

const EXPRESSION = /(?<!\\)\$\{.*?\}/;

/** The texts before, between and after the expressions of a template of DVC. */
function literalsOf(template: string): string[] {
  return template.split(EXPRESSION).map(text => text.replace(/\\\$\{/g, '${'));
}

/** How much of a template is written out: of two that match, the longer one is meant. */
export function countLiteral(template: string): number {
  return literalsOf(template).join('').length;
}

/** A template with the expressions worked out that name one of these values. */
export function fillTemplate(
  template: string,
  values: Record<string, Json>,
): string {
  const filled = template.replace(
    /(?<!\\)\$\{(.*?)\}/g,
    (expression, key: string) => {
      const name = key.trim();
      const value = Object.hasOwn(values, name) ? values[name] : undefined;
      return typeof value === 'string' || typeof value === 'number'
        ? String(value)
        : expression;
    },
  );
  return safePath('', filled) ?? filled;
}

/**
 * Could a path come of a template such as `models/${name}/saved.pt`? The values of the
 * expressions aren't known here; one at the start, seen from the stage's folder, may
 * climb out of that. Linear in the path, whatever the template.
 */
export function matchesTemplate(
  path: string,
  template: string,
  folder = '',
): boolean {
  const climbs = folder !== '' && template.startsWith(`${folder}/${'${'}`);
  return climbs
    ? fits(`/${path}`, literalsOf(template.slice(folder.length + 1)))
    : fits(path, literalsOf(template));
}

function fits(path: string, [first, ...rest]: string[]): boolean {
  const last = rest.pop();
  if (last === undefined) return path === first;
  if (!path.startsWith(first)) return false;
  let at = first.length;
  for (const literal of rest) {
    const found = path.indexOf(literal, at);
    if (found < 0) return false;
    at = found + literal.length;
  }
  return path.length - last.length >= at && path.endsWith(last);
}
