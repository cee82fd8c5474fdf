import { Fields } from './Fields';
import { formatAge } from './formatAge';

/** What stands in one place of a table. */
export type Cell = string | number | boolean | null;

/** A column of the table that a kind is shown as. */
export interface Column {
  name: string;
  type: 'string' | 'integer' | 'boolean' | 'date';
  format: '' | 'name';
  /** Above 0 it is shown by `-o wide` only. */
  priority: number;
  /** @param now - milliseconds of the Unix time */
  read(object: Fields, now: number): Cell;
}

type Read = (object: Fields, now: number) => Cell;

export const column = (
  name: string,
  read: Read,
  rest: Partial<Column> = {},
): Column => ({ name, type: 'string', format: '', priority: 0, read, ...rest });

export const wide = (name: string, read: Read): Column =>
  column(name, read, { priority: 1 });

export const count = (name: string, path: string): Column =>
  column(name, object => object.at(path).number, { type: 'integer' });

export const nameColumn = column('Name', o => o.at('metadata.name').text, {
  format: 'name',
});

export const ageColumn = column('Age', (object, now) =>
  formatAge(object.at('metadata.creationTimestamp').text, now),
);

/** What a text is where it is empty. */
export const orNone = (text: string) => text || '<none>';

/** `key=value` of each, sorted. */
export const formatLabels = (labels: Fields) =>
  labels.entries
    .map(([key, value]) => `${key}=${value}`)
    .sort()
    .join(',');
