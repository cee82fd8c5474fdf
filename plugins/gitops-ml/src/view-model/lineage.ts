export type LineageKind = 'source' | 'view' | 'service' | 'data' | 'stage';

export interface LineageNode {
  id: string;
  kind: LineageKind;
  label: string;
}

/** `from` feeds `to`. */
export interface LineageEdge {
  from: string;
  to: string;
}

export interface Lineage {
  nodes: LineageNode[];
  edges: LineageEdge[];
}

/** A node's identity: the same name may be a source's and a view's. */
function lineageId(kind: LineageKind, name: string): string {
  return `${kind}:${name}`;
}

/** A path by its last part; names of other kinds as they are. */
export function shortenLabel({ kind, label }: LineageNode): string {
  return kind === 'data' ? label.split('/').pop() || label : label;
}

/** Gathers nodes and edges, each once, in the order of their first mention. */
export class LineageBuilder {
  readonly #nodes = new Map<string, LineageNode>();
  readonly #edges = new Map<string, LineageEdge>();

  node(kind: LineageKind, label: string): string {
    const id = lineageId(kind, label);
    if (!this.#nodes.has(id)) this.#nodes.set(id, { id, kind, label });
    return id;
  }

  edge(from: string, to: string): void {
    this.#edges.set(`${from}\n${to}`, { from, to });
  }

  build(): Lineage {
    return {
      nodes: [...this.#nodes.values()],
      edges: [...this.#edges.values()],
    };
  }
}
