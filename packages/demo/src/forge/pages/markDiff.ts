/** A line of a difference, and what it is. */
interface DiffLine {
  text: string;
  mark: 'file' | 'added' | 'removed' | undefined;
}

/** Marks what came and went; above a file's first hunk nothing did. */
export function markDiff(text: string): DiffLine[] {
  let isInHunk = false;
  return text
    .replace(/\n$/, '')
    .split('\n')
    .map(line => {
      if (line.startsWith('diff --git ')) {
        isInHunk = false;
        return { text: line, mark: 'file' };
      }
      if (line.startsWith('@@ ')) isInHunk = true;
      return { text: line, mark: isInHunk ? markOf(line) : undefined };
    });
}

function markOf(line: string): DiffLine['mark'] {
  if (line.startsWith('+')) return 'added';
  return line.startsWith('-') ? 'removed' : undefined;
}
