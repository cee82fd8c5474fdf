type Node = Record<string, unknown>;

/**
 * What of an OpenAPI document clients of its older version would miss: paths,
 * methods and answers that are gone, parameters that became required, and in
 * answers properties that are gone, became optional or changed their type. Each
 * with its place in the document.
 */
export function findBreakingChanges(older: unknown, newer: unknown): string[] {
  const before = asNode(older);
  const after = asNode(newer);
  return [
    ...comparePaths(asNode(before.paths), asNode(after.paths)),
    ...compareEach(
      asNode(asNode(before.components).schemas),
      asNode(asNode(after.components).schemas),
      'schemas',
      compareSchemas,
    ),
  ];
}

function asNode(value: unknown): Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value))
    : {};
}

function asList(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

function compareEach(
  before: Node,
  after: Node,
  place: string,
  compare: (before: Node, after: Node, place: string) => string[],
): string[] {
  return Object.keys(before).flatMap(key =>
    key in after
      ? compare(asNode(before[key]), asNode(after[key]), `${place}.${key}`)
      : [`${place}.${key} is gone`],
  );
}

function comparePaths(before: Node, after: Node): string[] {
  return compareEach(before, after, 'paths', (oldPath, newPath, place) =>
    compareEach(oldPath, newPath, place, compareOperations),
  );
}

function compareOperations(before: Node, after: Node, place: string): string[] {
  const known = new Set(requiredParameters(before));
  return [
    ...compareEach(
      asNode(before.responses),
      asNode(after.responses),
      place,
      () => [],
    ),
    ...requiredParameters(after)
      .filter(name => !known.has(name))
      .map(name => `${place} now requires ${name}`),
  ];
}

function requiredParameters(operation: Node): string[] {
  return asList(operation.parameters)
    .map(asNode)
    .filter(({ required }) => required === true)
    .map(({ name }) => String(name));
}

function compareSchemas(before: Node, after: Node, place: string): string[] {
  if (JSON.stringify(typeOf(before)) !== JSON.stringify(typeOf(after))) {
    return [`${place} changed its type`];
  }
  const required = new Set(asList(after.required));
  return [
    ...asList(before.required)
      .filter(name => !required.has(name))
      .map(name => `${place}.${name} became optional`),
    ...compareEach(
      asNode(before.properties),
      asNode(after.properties),
      place,
      compareSchemas,
    ),
    ...('items' in before
      ? compareSchemas(asNode(before.items), asNode(after.items), `${place}[]`)
      : []),
    ...compareAdditional(before, after, place),
  ];
}

function compareAdditional(before: Node, after: Node, place: string): string[] {
  return typeof before.additionalProperties === 'object'
    ? compareSchemas(
        asNode(before.additionalProperties),
        asNode(after.additionalProperties),
        `${place}{}`,
      )
    : [];
}

function typeOf({ type, const: constant, $ref }: Node): unknown {
  return [type, constant, $ref];
}
