/** Whether every word of the search is in one of the texts, in any case. */
export function matchesSearch(
  texts: readonly (string | undefined)[],
  search: string,
): boolean {
  const haystack = texts.filter(Boolean).join('\n').toLowerCase();
  return search
    .toLowerCase()
    .split(/\s+/)
    .every(word => haystack.includes(word));
}
