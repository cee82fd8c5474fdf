import { plainText } from './plainText';
import { TextStyle } from './TextStyle';

/** A column: its title and the side to which its cells lean. */
export interface Column<R> {
  title: string;
  cell: (row: R) => string;
  align?: 'left' | 'right';
}

const NO_WIDTH = /[\p{Mn}\p{Me}\p{Cf}]/u;
const DOUBLE =
  /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Hangul}\p{Emoji_Presentation}\uff01-\uff60]/u;

/** How many cells of a terminal a text takes. @internal */
export function displayWidth(text: string): number {
  let width = 0;
  for (const character of text) {
    if (NO_WIDTH.test(character)) continue;
    width += DOUBLE.test(character) ? 2 : 1;
  }
  return width;
}

function pad(text: string, width: number, align: 'left' | 'right'): string {
  const space = ' '.repeat(Math.max(0, width - displayWidth(text)));
  return align === 'right' ? space + text : text + space;
}

/** Rows in aligned columns below a line of titles; columns without content are left out. */
export function formatTable<R>(
  rows: readonly R[],
  columns: readonly Column<R>[],
  style: TextStyle,
): string {
  const filled = columns
    .map(({ title, cell, align = 'left' }) => {
      const cells = rows.map(row => plainText(cell(row)));
      const width = Math.max(...[title, ...cells].map(displayWidth));
      return { title, cells, align, width };
    })
    .filter(({ cells }) => cells.some(cell => cell !== ''));
  const line = (pick: (column: (typeof filled)[number]) => string) =>
    filled
      .map(column => pad(pick(column), column.width, column.align))
      .join('  ')
      .trimEnd();
  return [
    style.dim(line(column => column.title)),
    ...rows.map((_, index) => line(column => column.cells[index])),
  ].join('\n');
}
