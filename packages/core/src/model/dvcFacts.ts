import {
  DvcConfigFacts,
  DvcFileFacts,
  DvcIgnoreFacts,
  DvcLockFacts,
  DvcYamlFacts,
} from '../facts/dvc';
import { EntryReading } from './EntryReading';

interface FactsByKind {
  'dvc-file': DvcFileFacts;
  'dvc-lock': DvcLockFacts;
  'dvc-yaml': DvcYamlFacts;
  'dvc-config': DvcConfigFacts;
  'dvc-ignore': DvcIgnoreFacts;
}

/** The facts of one of DVC's readers, whose id is also their `kind`. */
export function dvcFacts<K extends keyof FactsByKind>(
  readings: readonly EntryReading[],
  kind: K,
): FactsByKind[K][] {
  return readings
    .filter(reading => reading.reader === kind)
    .map(reading => reading.facts)
    .filter((facts): facts is FactsByKind[K] => isOfKind(facts, kind));
}

function isOfKind(facts: unknown, kind: string): boolean {
  return (
    typeof facts === 'object' &&
    facts !== null &&
    'kind' in facts &&
    facts.kind === kind
  );
}
