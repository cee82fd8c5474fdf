import { GitopsMlFileFacts, ModelDescriptorFacts } from '../facts/descriptor';
import {
  DvcConfigFacts,
  DvcFileFacts,
  DvcLockFacts,
  DvcYamlFacts,
} from '../facts/dvc';
import { FeastFacts } from '../facts/feast';
import { GtoIndexFacts } from '../facts/gto';
import { EntryReading } from './EntryReading';

/** What this package's readers say, told apart by `kind`. @public */
export type EntryFacts =
  | DvcFileFacts
  | DvcLockFacts
  | DvcYamlFacts
  | DvcConfigFacts
  | GtoIndexFacts
  | FeastFacts
  | ModelDescriptorFacts
  | GitopsMlFileFacts;

/** @public */
export type FactsOfKind<K extends EntryFacts['kind']> = Extract<
  EntryFacts,
  { kind: K }
>;

/** The facts of one kind among a revision's readings, in their order. @public */
export function factsOf<K extends EntryFacts['kind']>(
  readings: readonly EntryReading[],
  kind: K,
): FactsOfKind<K>[] {
  const isOfKind = (facts: unknown): facts is FactsOfKind<K> =>
    typeof facts === 'object' &&
    facts !== null &&
    'kind' in facts &&
    facts.kind === kind;
  return readings.map(({ facts }) => facts).filter(isOfKind);
}
