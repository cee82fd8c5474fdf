import { GitopsMlFileFacts, ModelDescriptorFacts } from '../facts/descriptor';
import {
  DvcConfigFacts,
  DvcFileFacts,
  DvcIgnoreFacts,
  DvcLockFacts,
  DvcYamlFacts,
} from '../facts/dvc';
import { FeastFacts } from '../facts/feast';
import {
  GitopsManifestFacts,
  KustomizationFacts,
  ReleaseEnvFacts,
} from '../facts/gitops';
import { GtoIndexFacts } from '../facts/gto';
import { EntryReading } from './EntryReading';

/** What this package's own readers say. @public */
export type OwnFacts =
  | DvcFileFacts
  | DvcLockFacts
  | DvcYamlFacts
  | DvcConfigFacts
  | GtoIndexFacts
  | DvcIgnoreFacts
  | FeastFacts
  | ModelDescriptorFacts
  | GitopsMlFileFacts
  | GitopsManifestFacts
  | KustomizationFacts
  | ReleaseEnvFacts;

function isKind<K extends OwnFacts['kind']>(
  facts: unknown,
  kind: K,
): facts is Extract<OwnFacts, { kind: K }> {
  return (
    typeof facts === 'object' &&
    facts !== null &&
    'kind' in facts &&
    facts.kind === kind
  );
}

/**
 * The facts of one kind among a revision's readings, in their order. A kind has its
 * reader's name: what another's reader says under that name is not ours to trust.
 * @public
 */
export function selectFacts<K extends OwnFacts['kind']>(
  readings: readonly EntryReading[],
  kind: K,
): Extract<OwnFacts, { kind: K }>[] {
  return readings.flatMap(({ reader, facts }) =>
    reader === kind && isKind(facts, kind) ? [facts] : [],
  );
}
