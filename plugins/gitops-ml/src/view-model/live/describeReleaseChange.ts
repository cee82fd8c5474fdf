import { ReleaseView } from '@gitops-ml/backstage-plugin-gitops-ml-common';
import { Status } from '../status';
import { describeStepPosition } from './describeDelivery';
import { nameRelease } from './describeAnswer';

const OUTCOMES: Record<string, { status: Status; word: string }> = {
  stable: { status: 'healthy', word: 'Became stable' },
  aborted: { status: 'failed', word: 'Aborted' },
  unknown: { status: 'unknown', word: 'Outcome not known' },
};

/** What proves a release that nobody saw. */
const PROVENANCES: Record<string, string> = {
  found: 'it ran when watching began',
  'replica-set': 'pods of it are kept',
  'argocd-history': 'Argo CD’s history has it',
};

/** What came of a release, in our vocabulary. */
export function describeOutcome(release: ReleaseView): {
  status: Status;
  word: string;
} {
  return (
    OUTCOMES[release.outcome] ?? { status: 'unknown', word: release.outcome }
  );
}

/** `fraud v1.3.0 → fraud v1.4.0`; `?` for what nobody knows. */
export function describeReleaseChange({ from, to }: ReleaseView): string {
  const target = nameRelease(to) ?? '?';
  return from ? `${nameRelease(from) ?? '?'} → ${target}` : target;
}

/** All that is to be said of a release in one line. */
export function describeReleaseNotes(release: ReleaseView): string {
  const { reached, message, witnessed, provenance } = release;
  return [
    reached &&
      `at ${describeStepPosition(reached)}${
        reached.inferred ? ' (inferred)' : ''
      }`,
    message,
    witnessed ? undefined : describeProvenance(provenance),
  ]
    .filter(Boolean)
    .join(' · ');
}

function describeProvenance(provenance: string | undefined): string {
  const proof = provenance && PROVENANCES[provenance];
  return proof
    ? `not seen as it happened: ${proof}`
    : 'not seen as it happened';
}
