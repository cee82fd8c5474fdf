/** A branch or tag that came, moved or went. */
export interface RefChange {
  /** `refs/heads/main` */
  ref: string;
  before: string | undefined;
  after: string | undefined;
}

/** What differs between two looks at the refs of a repository. */
export function diffRefs(
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): RefChange[] {
  const refs = [...new Set([...before.keys(), ...after.keys()])];
  return refs
    .map(ref => ({ ref, before: before.get(ref), after: after.get(ref) }))
    .filter(change => change.before !== change.after);
}
