import { Document, Scalar, visit } from 'yaml';

/** A line that is not indented further than its block, before one that is. */
const beforeIndented = /(?<=^|\n)([^ \t\n][^\n]*\n+)(?=[ \t])/g;

/**
 * Gives block scalars the text that Go's YAML gives them. One that ends with the
 * file ends without the line break that isn't there. In a folded one of a
 * manifest, which kustomize writes and reads once more, a line break is doubled
 * before lines that are indented further.
 */
export function adaptBlockScalars(
  document: Document.Parsed,
  text: string,
  { isManifest }: { isManifest: boolean },
): void {
  visit(document, {
    Scalar(_key, node) {
      const { type, value } = node;
      const isFolded = type === Scalar.BLOCK_FOLDED;
      const isBlock = isFolded || type === Scalar.BLOCK_LITERAL;
      if (typeof value !== 'string' || !isBlock) return;
      const isDoubled = isFolded && isManifest;
      const own = isDoubled ? value.replace(beforeIndented, '$1\n') : value;
      node.value = endsOpen(node, text) ? own.replace(/\n$/, '') : own;
    },
  });
}

/** Is the last line of a block the end of the file, without a line break? */
function endsOpen({ range }: Scalar, text: string): boolean {
  return range?.[1] === text.length && !text.endsWith('\n');
}
