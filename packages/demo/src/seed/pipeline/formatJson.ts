/** A value to be written: a `bigint` as a whole number, a `number` with six places. */
type PlainJson =
  | string
  | number
  | bigint
  | readonly PlainJson[]
  | { readonly [key: string]: PlainJson };

const places = 6;
// More digits than a number has between two ties: what is equal here is a tie.
const exactPlaces = 60;

/** Python's `f"{value:.6f}"`: of two equally near texts the even one. @internal */
export function formatNumber(value: number): string {
  const rounded = value.toFixed(places);
  const exact = value.toFixed(exactPlaces);
  const kept = exact.slice(0, exact.length - exactPlaces + places);
  const isTie = /^50*$/.test(exact.slice(kept.length));
  if (isTie && Number(kept.slice(-1)) % 2 === 0) return kept;
  return rounded;
}

const isList = (value: object): value is readonly PlainJson[] =>
  Array.isArray(value);

/** As `format_json` of the skeleton's files.py writes it. */
export function formatJson(value: PlainJson, margin = ''): string {
  const inner = `${margin}  `;
  switch (typeof value) {
    case 'string':
      return JSON.stringify(value);
    case 'bigint':
      return String(value);
    case 'number':
      return formatNumber(value);
    default:
      return formatContainer(value, margin, inner);
  }
}

function formatContainer(
  value: Extract<PlainJson, object>,
  margin: string,
  inner: string,
): string {
  if (isList(value)) {
    const items = value.map(item => inner + formatJson(item, inner));
    return `[\n${items.join(',\n')}\n${margin}]`;
  }
  const items = Object.entries(value).map(
    ([key, item]) =>
      `${inner}${JSON.stringify(key)}: ${formatJson(item, inner)}`,
  );
  return `{\n${items.join(',\n')}\n${margin}}`;
}
