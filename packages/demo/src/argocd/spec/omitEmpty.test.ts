import { omitEmpty } from './omitEmpty';

describe('omitEmpty', () => {
  it.each([
    [{ a: '', b: [], c: null, d: false, e: 0, f: 'x' }, { f: 'x' }],
    [{ labels: {}, annotations: {}, automated: {} }, { automated: {} }],
    [
      { automated: { prune: false, enabled: false } },
      { automated: { enabled: false } },
    ],
    [{ requeueAfterSeconds: 0 }, { requeueAfterSeconds: 0 }],
    [
      { list: { elements: [{ a: '', b: 0 }] } },
      { list: { elements: [{ a: '', b: 0 }] } },
    ],
    [{ items: ['', { a: '' }] }, { items: ['', {}] }],
  ])('makes of %j what the server keeps', (sent, kept) => {
    expect(omitEmpty(sent)).toEqual(kept);
  });
});
