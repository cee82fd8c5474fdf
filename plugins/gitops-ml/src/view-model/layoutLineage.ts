import { Lineage, LineageEdge, LineageNode } from './lineage';

export const NODE_HEIGHT = 32;
/** Height of the lane that a long edge takes through a column in between. */
const LANE_HEIGHT = 10;
const ROW_GAP = 14;

/** Widths in pixels. */
export interface LineageSize {
  node: number;
  gap: number;
}

export const WIDE: LineageSize = { node: 190, gap: 90 };
export const COMPACT: LineageSize = { node: 160, gap: 44 };

export interface PlacedNode extends LineageNode {
  x: number;
  y: number;
}

interface PlacedEdge extends LineageEdge {
  /** An SVG path from the right side of one node to the left side of the other. */
  path: string;
}

interface LineageLayout {
  width: number;
  height: number;
  nodes: PlacedNode[];
  edges: PlacedEdge[];
}

/** A node, or a lane for an edge that passes through its column. */
interface Slot {
  id: string;
  node?: LineageNode;
  inputs: string[];
}

/** Moves the edge's target behind its start; `false` where it stands there already. */
function pushRight(
  { from, to }: LineageEdge,
  columns: Map<string, number>,
  lastColumn: number,
): boolean {
  const wanted = (columns.get(from) ?? 0) + 1;
  if (wanted <= (columns.get(to) ?? 0) || wanted > lastColumn) return false;
  columns.set(to, wanted);
  return true;
}

/**
 * The column of each node: one right of its furthest input. Rounds are bounded by
 * the number of nodes, so a cycle (which no tool accepts) ends somewhere too.
 */
function assignColumns({ nodes, edges }: Lineage): Map<string, number> {
  const columns = new Map(nodes.map(node => [node.id, 0]));
  const lastColumn = nodes.length - 1;
  for (let round = 0; round < nodes.length; round += 1) {
    const moved = edges.filter(edge => pushRight(edge, columns, lastColumn));
    if (moved.length === 0) break;
  }
  return columns;
}

const laneId = (edge: LineageEdge, column: number) =>
  `${edge.from}\n${edge.to}\n${column}`;

/** The slots that an edge goes through, its two nodes included. */
function stationsOf(edge: LineageEdge, columns: Map<string, number>): string[] {
  const first = columns.get(edge.from) ?? 0;
  const last = columns.get(edge.to) ?? 0;
  const lanes: string[] = [];
  for (let column = first + 1; column < last; column += 1) {
    lanes.push(laneId(edge, column));
  }
  return [edge.from, ...lanes, edge.to];
}

function fillColumns(lineage: Lineage, columns: Map<string, number>): Slot[][] {
  const slots = new Map<string, Slot>();
  const grid: Slot[][] = [];
  const addSlot = (slot: Slot, column: number) => {
    slots.set(slot.id, slot);
    (grid[column] ??= []).push(slot);
  };
  for (const node of lineage.nodes) {
    addSlot({ id: node.id, node, inputs: [] }, columns.get(node.id) ?? 0);
  }
  for (const edge of lineage.edges) {
    stationsOf(edge, columns).forEach((id, index, stations) => {
      const column = (columns.get(edge.from) ?? 0) + index;
      if (!slots.has(id)) addSlot({ id, inputs: [] }, column);
      if (index > 0) slots.get(id)?.inputs.push(stations[index - 1]);
    });
  }
  return Array.from(grid, column => column ?? []);
}

const heightOf = (slot: Slot) => (slot.node ? NODE_HEIGHT : LANE_HEIGHT);

const columnHeight = (slots: Slot[]) =>
  slots.reduce((sum, slot) => sum + heightOf(slot) + ROW_GAP, -ROW_GAP);

/** Near the middle of its inputs, so that few edges cross. */
function meanOfInputs(slot: Slot, middles: Map<string, number>): number {
  const known = slot.inputs.map(id => middles.get(id) ?? 0);
  return known.reduce((sum, y) => sum + y, 0) / Math.max(1, known.length);
}

/** The height of the middle of each slot; shorter columns are centred. */
function placeSlots(grid: Slot[][], height: number): Map<string, number> {
  const middles = new Map<string, number>();
  for (const slots of grid) {
    let y = (height - columnHeight(slots)) / 2;
    const ordered = slots
      .map(slot => ({ slot, weight: meanOfInputs(slot, middles) }))
      .sort((a, b) => a.weight - b.weight);
    for (const { slot } of ordered) {
      middles.set(slot.id, y + heightOf(slot) / 2);
      y += heightOf(slot) + ROW_GAP;
    }
  }
  return middles;
}

/** Curves between the columns, and straight lines through the lanes. */
function drawPath(
  heights: number[],
  firstColumn: number,
  { node, gap }: LineageSize,
): string {
  const parts = heights.map((y, index) => {
    const left = (firstColumn + index) * (node + gap);
    if (index === 0) return `M${left + node} ${y}`;
    const middle = left - gap / 2;
    const curve = `C${middle} ${
      heights[index - 1]
    } ${middle} ${y} ${left} ${y}`;
    const isLane = index < heights.length - 1;
    return isLane ? `${curve} H${left + node}` : curve;
  });
  return parts.join(' ');
}

/** Left to right in columns; an edge over several columns keeps clear of their nodes. */
export function layoutLineage(
  lineage: Lineage,
  size: LineageSize,
): LineageLayout {
  const step = size.node + size.gap;
  const columns = assignColumns(lineage);
  const grid = fillColumns(lineage, columns);
  const height = Math.max(0, ...grid.map(columnHeight));
  const middles = placeSlots(grid, height);
  return {
    width: Math.max(0, grid.length * step - size.gap),
    height,
    nodes: lineage.nodes.map(node => ({
      ...node,
      x: (columns.get(node.id) ?? 0) * step,
      y: (middles.get(node.id) ?? 0) - NODE_HEIGHT / 2,
    })),
    edges: lineage.edges.map(edge => ({
      ...edge,
      path: drawPath(
        stationsOf(edge, columns).map(id => middles.get(id) ?? 0),
        columns.get(edge.from) ?? 0,
        size,
      ),
    })),
  };
}
