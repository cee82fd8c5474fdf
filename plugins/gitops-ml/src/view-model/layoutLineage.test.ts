import { LineageBuilder } from './lineage';
import { COMPACT, layoutLineage } from './layoutLineage';

function columnsOf(pairs: [string, string][]) {
  const builder = new LineageBuilder();
  for (const [from, to] of pairs) {
    builder.edge(builder.node('view', from), builder.node('view', to));
  }
  const { nodes } = layoutLineage(builder.build(), { node: 10, gap: 0 });
  return Object.fromEntries(nodes.map(({ label, x }) => [label, x / 10]));
}

describe('layoutLineage', () => {
  it('puts a node right of its furthest input', () => {
    expect(
      columnsOf([
        ['source', 'view'],
        ['view', 'derived'],
        ['derived', 'service'],
        ['view', 'service'],
      ]),
    ).toEqual({ source: 0, view: 1, derived: 2, service: 3 });
  });

  it('ends on a cycle', () => {
    expect(
      Object.keys(
        columnsOf([
          ['a', 'b'],
          ['b', 'a'],
        ]),
      ),
    ).toEqual(['a', 'b']);
  });

  it('lets no two nodes overlap', () => {
    const builder = new LineageBuilder();
    const hub = builder.node('service', 'hub');
    for (let index = 0; index < 20; index += 1) {
      builder.edge(builder.node('view', `view ${index}`), hub);
    }
    const { nodes } = layoutLineage(builder.build(), COMPACT);
    const places = nodes.map(({ x, y }) => `${x} ${y}`);
    expect(new Set(places).size).toBe(21);
  });

  it('leads a long edge past the nodes between, not through them', () => {
    const builder = new LineageBuilder();
    const [a, b, c] = ['a', 'b', 'c'].map(name => builder.node('view', name));
    builder.edge(a, b);
    builder.edge(b, c);
    builder.edge(a, c);
    const { nodes, edges } = layoutLineage(builder.build(), {
      node: 10,
      gap: 4,
    });
    const middle = nodes.find(({ label }) => label === 'b');
    const long = edges.find(({ from, to }) => from === a && to === c);
    const laneY = Number(long?.path.match(/14 (\S+) H24/)?.[1]);
    expect(laneY).not.toBeNaN();
    expect(middle && (laneY < middle.y || laneY > middle.y + 32)).toBe(true);
  });

  it('has no size without nodes', () => {
    expect(layoutLineage({ nodes: [], edges: [] }, COMPACT)).toEqual({
      width: 0,
      height: 0,
      nodes: [],
      edges: [],
    });
  });
});
