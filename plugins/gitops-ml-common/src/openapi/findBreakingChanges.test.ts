import { findBreakingChanges } from './findBreakingChanges';

const document = (schema: object, operation: object = {}) => ({
  paths: { '/a': { get: { responses: { '200': {} }, ...operation } } },
  components: { schemas: { A: schema } },
});

const SCHEMA = {
  type: 'object',
  required: ['name'],
  properties: {
    name: { type: 'string' },
    tags: { type: 'array', items: { type: 'string' } },
    sizes: { type: 'object', additionalProperties: { type: 'number' } },
  },
};

const withProperty = (name: string, value: object) => ({
  ...SCHEMA,
  properties: { ...SCHEMA.properties, [name]: value },
});

describe('findBreakingChanges', () => {
  it.each<[string, object]>([
    ['nothing', document(SCHEMA)],
    ['a new property', document(withProperty('new', { type: 'string' }))],
    [
      'a property that became required',
      document({ ...SCHEMA, required: ['name', 'tags'] }),
    ],
    [
      'an optional parameter',
      document(SCHEMA, { parameters: [{ name: 'q', required: false }] }),
    ],
  ])('finds none in %s', (_, newer) => {
    expect(findBreakingChanges(document(SCHEMA), newer)).toEqual([]);
  });

  it.each<[string, object, string]>([
    ['a path', { ...document(SCHEMA), paths: {} }, 'paths./a is gone'],
    [
      'an answer',
      document(SCHEMA, { responses: {} }),
      'paths./a.get.200 is gone',
    ],
    [
      'a required parameter',
      document(SCHEMA, { parameters: [{ name: 'q', required: true }] }),
      'paths./a.get now requires q',
    ],
    [
      'a property',
      document({
        ...SCHEMA,
        properties: { ...SCHEMA.properties, tags: undefined },
      }),
      'schemas.A.tags changed its type',
    ],
    [
      'a requirement',
      document({ ...SCHEMA, required: [] }),
      'schemas.A.name became optional',
    ],
    [
      'a type',
      document(withProperty('name', { type: 'number' })),
      'schemas.A.name changed its type',
    ],
    [
      'the type of items',
      document(
        withProperty('tags', { type: 'array', items: { type: 'number' } }),
      ),
      'schemas.A.tags[] changed its type',
    ],
    [
      'the type of values',
      document(
        withProperty('sizes', {
          type: 'object',
          additionalProperties: { type: 'string' },
        }),
      ),
      'schemas.A.sizes{} changed its type',
    ],
  ])('finds %s that changed', (_, newer, change) => {
    expect(findBreakingChanges(document(SCHEMA), newer)).toEqual([change]);
  });

  it('finds a property that is gone', () => {
    const { name } = SCHEMA.properties;
    const newer = document({ ...SCHEMA, properties: { name } });
    expect(findBreakingChanges(document(SCHEMA), newer)).toEqual([
      'schemas.A.tags is gone',
      'schemas.A.sizes is gone',
    ]);
  });
});
