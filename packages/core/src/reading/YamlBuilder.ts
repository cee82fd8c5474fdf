import {
  Alias,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  Pair,
  Scalar,
  YAMLMap,
} from 'yaml';
import { LineFinder } from './lineFinder';
import { Problem } from './Problem';
import { ReadLimits } from './ReadLimits';
import { resolveYamlScalar, YamlDialect } from './resolveYamlScalar';
import { YamlEntry, YamlNode, YamlScalar, YamlValue } from './yamlNode';

interface Options {
  path: string;
  limits: ReadLimits;
  lines: LineFinder;
  dialect: YamlDialect;
  lastKeyWins: boolean;
}

/** A node with what an alias to it costs. */
interface Built {
  node: YamlNode;
  size: number;
  height: number;
  characters: number;
}

type Content = Pick<Built, 'node' | 'height'>;

interface Spot {
  line: number;
  column: number;
}

/** Ends the walk; caught in `build` and nowhere else. */
class LimitReached extends Error {
  readonly what: string;
  readonly limit: number;

  constructor(what: string, limit: number) {
    super(what);
    this.what = what;
    this.limit = limit;
  }
}

const TAG = 'tag:yaml.org,2002:';

/**
 * Makes plain nodes of a composed document. Aliases share the node they name;
 * each use still counts with its full size, so that no consumer walks more than
 * the limit of nodes.
 */
export class YamlBuilder {
  readonly #options: Options;
  readonly #anchors = new Map<string, Built>();
  readonly #problems: Problem[] = [];
  #size = 0;
  #characters = 0;
  /** The node at which the walk is. */
  #latest: unknown;

  constructor(options: Options) {
    this.#options = options;
  }

  build(contents: unknown): {
    root: YamlNode | undefined;
    problems: Problem[];
  } {
    try {
      return { root: this.#visit(contents, 1).node, problems: this.#problems };
    } catch (error) {
      if (!(error instanceof LimitReached)) throw error;
      const { what, limit } = error;
      const { path } = this.#options;
      return {
        root: undefined,
        problems: [
          {
            code: 'limit-exceeded',
            severity: 'error',
            path,
            ...this.#at(this.#latest),
            args: { what, limit },
          },
        ],
      };
    }
  }

  #visit(node: unknown, depth: number): Built {
    this.#latest = node;
    if (isAlias(node)) return this.#alias(node, depth);
    const before = { size: this.#size, characters: this.#characters };
    this.#count(1, depth, isScalar(node) ? sourceOf(node).length : 0);
    const built = this.#content(node, depth);
    const result = {
      ...built,
      size: this.#size - before.size,
      characters: this.#characters - before.characters,
    };
    if ((isMap(node) || isSeq(node) || isScalar(node)) && node.anchor) {
      this.#anchors.set(node.anchor, result);
    }
    return result;
  }

  #content(node: unknown, depth: number): Content {
    if (isMap(node)) return this.#map(node, depth);
    if (!isSeq(node)) return { node: this.#scalar(node), height: 1 };
    const items = node.items.map(item => this.#visit(item, depth + 1));
    return {
      node: {
        kind: 'list',
        items: items.map(item => item.node),
        ...this.#at(node),
      },
      height: 1 + tallest(items),
    };
  }

  #map(map: YAMLMap, depth: number): Content {
    const own = new Map<string, YamlEntry>();
    const merged: YamlNode[] = [];
    const values: Built[] = [];
    for (const pair of map.items) {
      const value = this.#value(pair, depth + 1);
      values.push(value);
      const key = this.#key(pair.key);
      if (key && isMergeKey(pair.key)) merged.push(value.node);
      else if (key) this.#add(own, { ...key, value: value.node });
    }
    const at = this.#at(map);
    for (const node of merged) this.#merge(own, node, at);
    return {
      node: { kind: 'map', entries: [...own.values()], ...at },
      height: 1 + tallest(values),
    };
  }

  /** `{a}` has a key only: its value is null, at the key. */
  #value(pair: Pair, depth: number): Built {
    if (pair.value) return this.#visit(pair.value, depth);
    this.#count(1, depth, 0);
    const at = this.#at(pair.key);
    const node: YamlNode = { kind: 'scalar', value: null, source: '', ...at };
    return { node, size: 1, height: 1, characters: 0 };
  }

  #key(key: unknown): Omit<YamlEntry, 'value'> | undefined {
    const node = isAlias(key) ? this.#anchors.get(key.source)?.node : undefined;
    const at = this.#at(key);
    if (node?.kind === 'scalar') return { key: node.source, ...at };
    if (isScalar(key)) return { key: sourceOf(key), ...at };
    this.#report(at, 'a key is not a scalar');
    return undefined;
  }

  #add(own: Map<string, YamlEntry>, entry: YamlEntry): void {
    const first = own.get(entry.key);
    if (first && !this.#options.lastKeyWins) {
      const { line, column } = entry;
      const reason = `the key ${entry.key} is already written on line ${first.line}`;
      this.#report({ line, column }, reason);
    } else {
      own.set(entry.key, entry);
    }
  }

  /** What is written in the mapping itself wins; of several merged ones the first. */
  #merge(own: Map<string, YamlEntry>, node: YamlNode, at: Spot): void {
    const sources = node.kind === 'list' ? node.items : [node];
    for (const source of sources) {
      if (source.kind !== 'map') {
        this.#report(at, 'a merge key names what is no mapping');
        continue;
      }
      this.#count(source.entries.length, 1, 0);
      for (const entry of source.entries) {
        if (!own.has(entry.key)) own.set(entry.key, entry);
      }
    }
  }

  /** Anchors are known when their node is finished, so a cycle names an unknown one. */
  #alias(alias: Alias, depth: number): Built {
    const built = this.#anchors.get(alias.source);
    if (built) {
      this.#count(built.size, depth + built.height - 1, built.characters);
      return built;
    }
    const at = this.#at(alias);
    this.#report(at, `the alias ${alias.source} names no earlier node`);
    this.#count(1, depth, 0);
    return {
      node: { kind: 'scalar', value: null, source: '', ...at },
      size: 1,
      height: 1,
      characters: 0,
    };
  }

  #scalar(node: unknown): YamlScalar {
    const at = this.#at(node);
    if (!isScalar(node)) {
      return { kind: 'scalar', value: null, source: '', ...at };
    }
    const source = sourceOf(node);
    return {
      kind: 'scalar',
      value: this.#meaning(node, source),
      source,
      ...at,
    };
  }

  #meaning(node: Scalar, source: string): YamlValue {
    switch (node.tag) {
      case undefined:
        return node.type === 'PLAIN'
          ? resolveYamlScalar(source, this.#options.dialect)
          : source;
      case '!':
      case `${TAG}str`:
        return source;
      case `${TAG}int`:
      case `${TAG}float`:
      case `${TAG}bool`:
      case `${TAG}null`:
        return resolveYamlScalar(source, this.#options.dialect);
      default:
        this.#report(this.#at(node), `the tag ${node.tag} is not allowed`);
        return source;
    }
  }

  #count(size: number, depth: number, characters: number): void {
    const { limits } = this.#options;
    this.#size += size;
    this.#characters += characters;
    // Only aliases can say more than the file has.
    if (this.#characters > limits.bytes) {
      throw new LimitReached('characters', limits.bytes);
    }
    if (this.#size > limits.nodes) {
      throw new LimitReached('nodes', limits.nodes);
    }
    if (depth > limits.depth) {
      throw new LimitReached('levels of nesting', limits.depth);
    }
  }

  #at(node: unknown): Spot {
    const ranged =
      isScalar(node) || isMap(node) || isSeq(node) || isAlias(node);
    return this.#options.lines(ranged ? node.range?.[0] ?? 0 : 0);
  }

  #report(at: Spot, reason: string): void {
    this.#problems.push({
      code: 'yaml-syntax',
      severity: 'error',
      path: this.#options.path,
      ...at,
      args: { reason },
    });
  }
}

function tallest(items: Built[]): number {
  return items.reduce((height, item) => Math.max(height, item.height), 0);
}

function sourceOf(node: Scalar): string {
  return typeof node.value === 'string' ? node.value : String(node.value ?? '');
}

function isMergeKey(key: unknown): boolean {
  return isScalar(key) && key.type === 'PLAIN' && key.value === '<<';
}
