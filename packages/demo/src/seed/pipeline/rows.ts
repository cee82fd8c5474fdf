/** A line of a table: column → text. */
export type Row = Readonly<Record<string, string>>;

/** The rows of a CSV file without quotes, as `read_rows` of the skeleton's files.py. */
export function readRows(text: string): Row[] {
  const [header = '', ...lines] = text.trimEnd().split('\n');
  const columns = header.split(',');
  return lines.map(line => {
    const values = line.split(',');
    return Object.fromEntries(
      columns.map((column, index) => [column, values[index] ?? '']),
    );
  });
}

/** As `write_rows` of the skeleton's files.py writes them. */
export function formatRows(
  columns: readonly string[],
  rows: readonly Row[],
): string {
  const lines = rows.map(row => columns.map(column => row[column]).join(','));
  return `${[columns.join(','), ...lines].join('\n')}\n`;
}
