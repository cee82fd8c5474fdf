const EXPRESSION = /(?<!\\)\$\{.*?\}/;

/** The texts before, between and after the expressions of a template of DVC. */
function literalsOf(template: string): string[] {
  return template.split(EXPRESSION).map(text => text.replace(/\\\$\{/g, '${'));
}

/** How much of a template is written out: of two that match, the longer one is meant. */
export function countLiteral(template: string): number {
  return literalsOf(template).join('').length;
}

/**
 * Could a path come of a template such as `models/${name}/saved.pt`? The values of the
 * expressions aren't known here. Linear in the path, whatever the template.
 */
export function matchesTemplate(path: string, template: string): boolean {
  const [first, ...rest] = literalsOf(template);
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
