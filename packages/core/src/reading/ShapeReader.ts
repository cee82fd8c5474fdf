import { Problem } from './Problem';
import { ReadLimits } from './ReadLimits';
import { YamlEntry, YamlNode } from './yamlNode';

const LONGEST_QUOTE = 80;

/**
 * Reads a YAML tree into what a format allows and notes, with its line, what is of
 * another shape. Absent (`undefined`) is never a problem: the caller decides what is
 * required.
 * @public
 */
export class ShapeReader {
  readonly path: string;
  readonly problems: Problem[] = [];
  readonly #limits: ReadLimits;

  constructor(path: string, limits: ReadLimits) {
    this.path = path;
    this.#limits = limits;
  }

  /** The entries of a mapping; none for absent or null. */
  entries(node: YamlNode | undefined, where: string): YamlEntry[] {
    if (node === undefined || isNull(node)) return [];
    if (node.kind === 'map') return this.#bounded(node.entries, where, node);
    this.shape(node, where, 'a mapping');
    return [];
  }

  /** The items of a list; none for absent or null. */
  items(node: YamlNode | undefined, where: string): YamlNode[] {
    if (node === undefined || isNull(node)) return [];
    if (node.kind === 'list') return this.#bounded(node.items, where, node);
    this.shape(node, where, 'a list');
    return [];
  }

  /** A scalar as written, so that a name or hash of digits stays what it is. */
  text(node: YamlNode | undefined, where: string): string | undefined {
    if (node === undefined || isNull(node)) return undefined;
    if (node.kind === 'scalar') return node.source;
    this.shape(node, where, 'a text');
    return undefined;
  }

  /** The texts of a list; items of another shape are left out. */
  texts(node: YamlNode | undefined, where: string): string[] {
    return this.items(node, where).flatMap(item => {
      const text = this.text(item, `an item of ${where}`);
      return text === undefined ? [] : [text];
    });
  }

  /** A whole number from 0 on. */
  count(node: YamlNode | undefined, where: string): number | undefined {
    if (node === undefined || isNull(node)) return undefined;
    if (node.kind === 'scalar') {
      const { value } = node;
      const valid =
        typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
      if (valid) return value;
    }
    this.value(node, where, 'a whole number');
    return undefined;
  }

  flag(node: YamlNode | undefined, where: string, fallback: boolean): boolean {
    if (node === undefined || isNull(node)) return fallback;
    if (node.kind === 'scalar' && typeof node.value === 'boolean') {
      return node.value;
    }
    this.value(node, where, 'true or false');
    return fallback;
  }

  shape(node: YamlNode, where: string, expected: string): void {
    this.note('invalid-shape', node, { where, expected });
  }

  value(node: YamlNode, where: string, expected: string): void {
    if (node.kind !== 'scalar') {
      this.shape(node, where, expected);
      return;
    }
    const value = node.source.slice(0, LONGEST_QUOTE);
    this.note('invalid-value', node, { where, value, expected });
  }

  note(
    code: Problem['code'],
    at: { line: number; column: number },
    args: Problem['args'],
    severity: Problem['severity'] = 'error',
  ): void {
    const { path, problems } = this;
    const { line, column } = at;
    problems.push({ code, severity, path, line, column, args });
  }

  #bounded<T>(items: T[], where: string, node: YamlNode): T[] {
    const limit = this.#limits.entries;
    if (items.length <= limit) return items;
    this.note('limit-exceeded', node, { what: `entries of ${where}`, limit });
    return items.slice(0, limit);
  }
}

function isNull(node: YamlNode): boolean {
  return node.kind === 'scalar' && node.value === null;
}
