import { STATE_PARTS, StatePartName, StateTuple } from './StateTuple';

/** Whether a part is the same in two tuples; `unknown` where one of them is not known. @public */
export type StateVerdict = 'same' | 'differs' | 'unknown';

/** What is known of a tuple's parts; an absent part is unknown, null is none. @public */
export type PartDigests = Partial<Record<StatePartName, string | null>>;

/** The digests of a whole tuple. @public */
export function digestsOf(tuple: StateTuple): Required<PartDigests> {
  return {
    code: tuple.code.digest,
    features: tuple.features.digest,
    data: tuple.data.digest,
    model: tuple.model?.digest ?? null,
    configuration: tuple.configuration?.digest ?? null,
  };
}

/** Compares two tuples part by part, in the order of `STATE_PARTS`. @public */
export function diffStates(
  from: PartDigests,
  to: PartDigests,
): { part: StatePartName; verdict: StateVerdict }[] {
  return STATE_PARTS.map(part => ({
    part,
    verdict: compare(from[part], to[part]),
  }));
}

function compare(
  from: string | null | undefined,
  to: string | null | undefined,
): StateVerdict {
  if (from === undefined || to === undefined) return 'unknown';
  return from === to ? 'same' : 'differs';
}
