import { KeptRelease } from './Release';

/** ISO 8601 */
export interface Span {
  from: string;
  to: string;
}

/**
 * What lies between the spans in which an environment was watched, oldest first. Before the
 * first one lies a gap, too, where something is known to have happened in it.
 */
export function findGaps(
  watched: readonly Span[],
  releases: readonly Pick<KeptRelease, 'at' | 'after' | 'provenance'>[],
): Span[] {
  const spans = [...watched].sort(
    (a, b) => Date.parse(a.from) - Date.parse(b.from),
  );
  const [first] = spans;
  if (!first) return [];
  const earliest = releases
    .filter(({ provenance }) => provenance !== 'watched')
    .map(({ at, after }) => after ?? at)
    .filter(at => Date.parse(at) < Date.parse(first.from))
    .sort((a, b) => Date.parse(a) - Date.parse(b))
    .at(0);
  const gaps = earliest ? [{ from: earliest, to: first.from }] : [];
  let end = first.to;
  for (const { from, to } of spans) {
    if (Date.parse(from) > Date.parse(end)) gaps.push({ from: end, to: from });
    if (Date.parse(to) > Date.parse(end)) end = to;
  }
  return gaps;
}
