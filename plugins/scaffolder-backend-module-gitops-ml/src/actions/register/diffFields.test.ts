import { describeDifferences, diffFields } from './diffFields';

describe('diffFields', () => {
  it('names each field by its path', () => {
    const existing = {
      a: { b: 'x', gone: 1 },
      list: [{ n: 'one' }, { n: 'two' }],
    };
    const wanted = { a: { b: 'y' }, list: [{ n: 'one' }], added: true };
    expect(diffFields(existing, wanted)).toEqual([
      { field: 'a.b', existing: 'x', wanted: 'y' },
      { field: 'a.gone', existing: 1, wanted: undefined },
      { field: 'added', existing: undefined, wanted: true },
      { field: 'list[1]', existing: { n: 'two' }, wanted: undefined },
    ]);
  });

  it.each([
    [{}, { a: null, b: false, c: 0, d: '', e: [], f: {} }],
    [
      { git: { template: { metadata: {}, spec: { project: '' } } } },
      { git: {} },
    ],
    [{ a: [{ b: '' }] }, { a: [{}] }],
    [undefined, {}],
  ])('takes what Go leaves out for absent: %j and %j', (existing, wanted) => {
    expect(diffFields(existing, wanted)).toEqual([]);
    expect(diffFields(wanted, existing)).toEqual([]);
  });

  it('tells a changed type', () => {
    expect(diffFields({ a: ['x'] }, { a: 'x' })).toEqual([
      { field: 'a', existing: ['x'], wanted: 'x' },
    ]);
  });
});

describe('describeDifferences', () => {
  it('writes one line for each', () => {
    const differences = [
      { field: 'spec.a', existing: undefined, wanted: 'y' },
      { field: 'spec.b', existing: { n: 1 }, wanted: undefined },
    ];
    expect(describeDifferences(differences)).toBe(
      '  spec.a: is absent, wanted "y"\n  spec.b: is {"n":1}, wanted absent',
    );
  });
});
