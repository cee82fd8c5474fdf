/**
 * The type of a field. `valueType` is Feast's ValueType name; `undefined` for what
 * Feast itself has no name for.
 * Source: feast/types.py (PRIMITIVE_FEAST_TYPES_TO_VALUE_TYPES, Array, Set, Struct).
 */
export interface FeatureType {
  form: 'primitive' | 'array' | 'set' | 'struct';
  valueType: string | undefined;
}

/** Names in feast.types → ValueType names. */
const PRIMITIVES: Record<string, string> = {
  Invalid: 'UNKNOWN',
  Bytes: 'BYTES',
  PdfBytes: 'PDF_BYTES',
  ImageBytes: 'IMAGE_BYTES',
  String: 'STRING',
  Bool: 'BOOL',
  Int32: 'INT32',
  Int64: 'INT64',
  Float32: 'FLOAT',
  Float64: 'DOUBLE',
  UnixTimestamp: 'UNIX_TIMESTAMP',
  Map: 'MAP',
  Json: 'JSON',
  Uuid: 'UUID',
  TimeUuid: 'TIME_UUID',
  Decimal: 'DECIMAL',
  ScalarMap: 'SCALAR_MAP',
  ZonedTimestamp: 'ZONED_TIMESTAMP',
};

/** The names of the plain types in feast.types. */
export const FEATURE_TYPE_NAMES: readonly string[] = Object.keys(PRIMITIVES);

/** Members of feast.types.PrimitiveFeastType → ValueType names. */
const ENUM_MEMBERS: Record<string, string> = Object.fromEntries(
  Object.values(PRIMITIVES).map(name => [name, name]),
);

const MEMBER_NAMES: Record<string, string> = {
  ...ENUM_MEMBERS,
  INVALID: 'UNKNOWN',
  FLOAT32: 'FLOAT',
  FLOAT64: 'DOUBLE',
};

const SCALARS = [
  'BYTES',
  'STRING',
  'INT32',
  'INT64',
  'DOUBLE',
  'FLOAT',
  'BOOL',
  'UNIX_TIMESTAMP',
  'UUID',
  'TIME_UUID',
  'DECIMAL',
];

/** Source: feast/value_type.py. */
export const VALUE_TYPES: ReadonlySet<string> = new Set([
  ...Object.values(PRIMITIVES),
  ...SCALARS.flatMap(name => [`${name}_LIST`, `${name}_SET`]),
  'NULL',
  'MAP_LIST',
  'JSON_LIST',
  'STRUCT',
  'STRUCT_LIST',
  'VALUE_LIST',
  'VALUE_SET',
]);

/** The type that feast.types calls `name`. */
export function primitiveType(name: string): FeatureType | undefined {
  const valueType = Object.hasOwn(PRIMITIVES, name)
    ? PRIMITIVES[name]
    : undefined;
  return valueType === undefined ? undefined : { form: 'primitive', valueType };
}

/** The type that `PrimitiveFeastType.<name>` is. */
export function primitiveMember(name: string): FeatureType | undefined {
  const valueType = Object.hasOwn(MEMBER_NAMES, name)
    ? MEMBER_NAMES[name]
    : undefined;
  return valueType === undefined ? undefined : { form: 'primitive', valueType };
}

export function arrayOf(base: FeatureType): FeatureType {
  return { form: 'array', valueType: collectionName(base, 'LIST') };
}

export function setOf(base: FeatureType): FeatureType {
  return { form: 'set', valueType: collectionName(base, 'SET') };
}

function collectionName(
  base: FeatureType,
  suffix: 'LIST' | 'SET',
): string | undefined {
  if (base.form === 'array' || base.form === 'set') return `VALUE_${suffix}`;
  const name = `${base.valueType}_${suffix}`;
  return VALUE_TYPES.has(name) ? name : undefined;
}
