import { EntityChoice } from './EntityChoice';

/** The one group among the choices that the user belongs to; `undefined` for none or several. */
export function findOwnGroup(
  choices: readonly EntityChoice[],
  ownershipEntityRefs: readonly string[],
): string | undefined {
  const own = choices
    .map(({ value }) => value)
    .filter(
      ref => ref.startsWith('group:') && ownershipEntityRefs.includes(ref),
    );
  return own.length === 1 ? own[0] : undefined;
}
