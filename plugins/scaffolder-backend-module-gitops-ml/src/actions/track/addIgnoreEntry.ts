/**
 * A `.gitignore` with an entry for a file beside it; the same text where it has
 * that entry. Source: scmrepo Git._add_entry_to_gitignore, pathspec
 * GitWildMatchPattern.escape.
 */
export function addIgnoreEntry(text: string, name: string): string {
  const entry = `/${name}`.replace(/[[\]!*#?\\]/g, '\\$&');
  if (text.split('\n').includes(entry)) return text;
  const separator = text === '' || text.endsWith('\n') ? '' : '\n';
  return `${text}${separator}${entry}\n`;
}
