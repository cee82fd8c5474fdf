import { YamlNode } from '../reading/yamlNode';

const EXPRESSION = /(?<!\\)\$\{.*?\}/;

/** Does the text hold a `${…}` of DVC? `\${` is the escape. Source: dvc/parsing/interpolate.py. */
export function isTemplated(text: string): boolean {
  return EXPRESSION.test(text);
}

/** Does any key or scalar below hold an expression? */
export function holdsTemplate(node: YamlNode | undefined): boolean {
  if (!node) return false;
  switch (node.kind) {
    case 'scalar':
      return isTemplated(node.source);
    case 'list':
      return node.items.some(holdsTemplate);
    default:
      return node.entries.some(
        entry => isTemplated(entry.key) || holdsTemplate(entry.value),
      );
  }
}

/** A text of `dvc.yaml` without expressions, as DVC uses it. */
export function unescapeTemplate(text: string): string {
  return text.replace(/\\\$\{/g, '${');
}
