import { AnnotatedTag } from '../facts/gto';
import { Problem } from '../reading/Problem';
import { GtoAction, parseTagName } from './parseTagName';

/** A GTO tag that can be placed in time and history. */
export interface TagEvent {
  action: GtoAction;
  tag: AnnotatedTag;
  commit: string;
  /** Milliseconds since the epoch. */
  time: number;
}

/** The problem of a tag that GTO, or we, can't make sense of. */
export function invalidTag(
  tag: AnnotatedTag,
  severity: Problem['severity'],
  reason: string,
): Problem {
  return {
    code: 'invalid-tag',
    severity,
    path: `refs/tags/${tag.name}`,
    args: { tag: tag.name, reason },
  };
}

/**
 * The GTO tags among all tags, oldest first. Tags of one second are ordered by
 * name, as GTO does, which sorts the names before it sorts by time.
 */
export function collectTagEvents(
  tags: readonly AnnotatedTag[],
  asOf: string | undefined,
): { events: TagEvent[]; problems: Problem[] } {
  const until = asOf === undefined ? Infinity : Date.parse(asOf);
  const events: TagEvent[] = [];
  const problems: Problem[] = [];
  for (const tag of [...tags].sort(byName)) {
    const action = parseTagName(tag.name);
    const time = Date.parse(tag.taggedAt);
    if (!action || time > until) continue;
    if (Number.isNaN(time)) {
      problems.push(invalidTag(tag, 'error', 'it has no date'));
    } else if (tag.commit === undefined) {
      problems.push(invalidTag(tag, 'error', 'it points to no commit'));
    } else {
      events.push({ action, tag, commit: tag.commit, time });
    }
  }
  return { events: events.sort((a, b) => a.time - b.time), problems };
}

function byName(a: AnnotatedTag, b: AnnotatedTag): number {
  if (a.name === b.name) return 0;
  return a.name < b.name ? -1 : 1;
}
