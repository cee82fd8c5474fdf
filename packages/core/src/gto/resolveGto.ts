import { AnnotatedTag, GtoFacts } from '../facts/gto';
import { Problem } from '../reading/Problem';
import { Reading } from '../reading/Reader';
import { collectTagEvents, TagEvent } from './collectTagEvents';
import { resolveArtifact } from './resolveArtifact';

/**
 * The registry that GTO keeps in a repository's annotated tags, with the
 * semantics of GTO 1.10: ordered by the taggers' time, counters ignored. It is
 * what `gto show --deprecated` shows. Where gto stops with an error, what can be
 * shown is shown, beside a problem `invalid-tag` at `refs/tags/<name>`. Tags of
 * other forms are passed over.
 *
 * `asOf` (ISO 8601): only tags whose tagger time is not after it. For the
 * registry at a revision give its committer time.
 * @public
 */
export function resolveGto(
  tags: readonly AnnotatedTag[],
  options: { asOf?: string } = {},
): Reading<GtoFacts> & { facts: GtoFacts } {
  const { events, problems } = collectTagEvents(tags, options.asOf);
  const resolved = [...groupByArtifact(events)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, own]) => resolveArtifact(name, own));
  return {
    facts: {
      kind: 'gto',
      artifacts: resolved.map(({ artifact }) => artifact),
    },
    problems: [...problems, ...resolved.flatMap(each => each.problems)].sort(
      byPath,
    ),
  };
}

function groupByArtifact(events: TagEvent[]): Map<string, TagEvent[]> {
  const groups = new Map<string, TagEvent[]>();
  for (const event of events) {
    const group = groups.get(event.action.artifact);
    if (group) group.push(event);
    else groups.set(event.action.artifact, [event]);
  }
  return groups;
}

function byPath(a: Problem, b: Problem): number {
  if (a.path === b.path) return 0;
  return a.path < b.path ? -1 : 1;
}
