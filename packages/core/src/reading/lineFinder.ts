/** The line and column, both from 1, of an offset in a text. @public */
export type LineFinder = (offset: number) => { line: number; column: number };

/**
 * Indexes a text's lines once, so that each look-up is a binary search. The text may
 * stand in a file after other lines.
 * @public
 */
export function createLineFinder(text: string, linesBefore = 0): LineFinder {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
    starts.push(at + 1);
  }
  return offset => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (starts[middle] <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: linesBefore + low + 1, column: offset - starts[low] + 1 };
  };
}
