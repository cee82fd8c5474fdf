import { Json } from './Json';

/** What a YAML scalar means. @public */
export type YamlValue = string | number | boolean | null;

/** Line and column count from 1. @public */
export interface YamlScalar {
  kind: 'scalar';
  value: YamlValue;
  /** The scalar as text: hashes and names come from here, because `1e5` is also a number. */
  source: string;
  line: number;
  column: number;
}

/** A key of a mapping with its value; the place is the key's. @public */
export interface YamlEntry {
  key: string;
  value: YamlNode;
  line: number;
  column: number;
}

/** A mapping in the order of the file; merge keys are already resolved. @public */
export interface YamlMap {
  kind: 'map';
  entries: YamlEntry[];
  line: number;
  column: number;
}

/** A sequence in the order of the file. @public */
export interface YamlList {
  kind: 'list';
  items: YamlNode[];
  line: number;
  column: number;
}

/** A node of a parsed document that knows its place. @public */
export type YamlNode = YamlScalar | YamlMap | YamlList;

/** The value of a mapping's key; `undefined` for an absent key and for what is no mapping. @public */
export function yamlGet(
  node: YamlNode | undefined,
  key: string,
): YamlNode | undefined {
  if (node?.kind !== 'map') return undefined;
  return node.entries.find(entry => entry.key === key)?.value;
}

/** Is it written as nothing: `key:`, `~` or `null`? @public */
export function isYamlNull(node: YamlNode | undefined): boolean {
  return node?.kind === 'scalar' && node.value === null;
}

/** A scalar's text as written; `undefined` for null and for collections. @public */
export function yamlText(node: YamlNode | undefined): string | undefined {
  return node?.kind === 'scalar' && node.value !== null
    ? node.source
    : undefined;
}

/**
 * The node as JSON. What JSON can't say stays text: NaN and infinity by their
 * names, integers beyond 2^53 by their digits, dates as written.
 * @public
 */
export function yamlToJson(node: YamlNode): Json {
  switch (node.kind) {
    case 'scalar':
      return scalarToJson(node);
    case 'list':
      return node.items.map(yamlToJson);
    default:
      return Object.fromEntries(
        node.entries.map(entry => [entry.key, yamlToJson(entry.value)]),
      );
  }
}

function scalarToJson(node: YamlScalar): Json {
  if (typeof node.value !== 'number') return node.value;
  if (!Number.isFinite(node.value)) return String(node.value);
  return Number.isInteger(node.value) &&
    !Number.isSafeInteger(node.value) &&
    /^[-+]?\d+$/.test(node.source)
    ? node.source.replace(/^\+/, '')
    : node.value;
}
