import { Lineage, LineageEdge, LineageNode } from './lineage';

export const NODE_WIDTH = 190;
export const NODE_HEIGHT = 32;
const COLUMN_GAP = 90;
const ROW_GAP = 14;

export interface PlacedNode extends LineageNode {
  x: number;
  y: number;
}

export interface PlacedEdge extends LineageEdge {
  /** An SVG path from the right side of one node to the left side of the other. */
  path: string;
}

export interface LineageLayout {
  width: number;
  height: number;
  nodes: PlacedNode[];
  edges: PlacedEdge[];
}

/**
 * The column of each node: one right of its furthest input. Rounds are bounded by
 * the number of nodes, so a cycle (which no tool accepts) ends somewhere too.
 */
function assignColumns({ nodes, edges }: Lineage): Map<string, number> {
  const columns = new Map(nodes.map(node => [node.id, 0]));
  for (let round = 0; round < nodes.length; round += 1) {
    let moved = false;
    for (const { from, to } of edges) {
      const wanted = (columns.get(from) ?? 0) + 1;
      if (wanted > (columns.get(to) ?? 0) && wanted < nodes.length) {
        columns.set(to, wanted);
        moved = true;
      }
    }
    if (!moved) break;
  }
  return columns;
}

function groupByColumn(
  nodes: LineageNode[],
  columns: Map<string, number>,
): LineageNode[][] {
  const groups: LineageNode[][] = [];
  for (const node of nodes) {
    const column = columns.get(node.id) ?? 0;
    (groups[column] ??= []).push(node);
  }
  return Array.from(groups, group => group ?? []);
}

/** Puts each node near the middle of its inputs, so that few edges cross. */
function orderByInputs(
  group: LineageNode[],
  edges: LineageEdge[],
  rows: Map<string, number>,
) {
  const weigh = (node: LineageNode) => {
    const inputs = edges
      .filter(edge => edge.to === node.id)
      .map(edge => rows.get(edge.from) ?? 0);
    return inputs.length
      ? inputs.reduce((sum, row) => sum + row, 0) / inputs.length
      : 0;
  };
  return group
    .map(node => ({ node, weight: weigh(node) }))
    .sort((a, b) => a.weight - b.weight)
    .map(({ node }) => node);
}

function drawEdge(
  edge: LineageEdge,
  places: Map<string, PlacedNode>,
): PlacedEdge[] {
  const from = places.get(edge.from);
  const to = places.get(edge.to);
  if (!from || !to) return [];
  const [x1, y1] = [from.x + NODE_WIDTH, from.y + NODE_HEIGHT / 2];
  const [x2, y2] = [to.x, to.y + NODE_HEIGHT / 2];
  const middle = (x1 + x2) / 2;
  return [
    {
      ...edge,
      path: `M${x1} ${y1} C${middle} ${y1} ${middle} ${y2} ${x2} ${y2}`,
    },
  ];
}

/** Left to right in columns; the shorter columns are centred. */
export function layoutLineage(lineage: Lineage): LineageLayout {
  const groups = groupByColumn(lineage.nodes, assignColumns(lineage));
  const tallest = Math.max(0, ...groups.map(group => group.length));
  const rows = new Map<string, number>();
  const places = new Map<string, PlacedNode>();
  groups.forEach((group, column) => {
    const offset = (tallest - group.length) / 2;
    orderByInputs(group, lineage.edges, rows).forEach((node, index) => {
      const row = offset + index;
      rows.set(node.id, row);
      places.set(node.id, {
        ...node,
        x: column * (NODE_WIDTH + COLUMN_GAP),
        y: row * (NODE_HEIGHT + ROW_GAP),
      });
    });
  });
  return {
    width: Math.max(0, groups.length * (NODE_WIDTH + COLUMN_GAP) - COLUMN_GAP),
    height: Math.max(0, tallest * (NODE_HEIGHT + ROW_GAP) - ROW_GAP),
    nodes: [...places.values()],
    edges: lineage.edges.flatMap(edge => drawEdge(edge, places)),
  };
}
