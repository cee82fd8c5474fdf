import { DraftEntity } from '../definitions/drafts';

/** Entities less those that repeat an earlier one word for word: Feast takes them as one. */
export function dropRepeated(entities: readonly DraftEntity[]): DraftEntity[] {
  const seen = new Set<string>();
  return entities.filter(entity => {
    const { definedIn, doubts, ...content } = entity;
    const key = JSON.stringify(content);
    if (doubts.length > 0 || !seen.has(key)) {
      seen.add(key);
      return true;
    }
    return false;
  });
}
