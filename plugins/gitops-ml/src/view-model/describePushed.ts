import { PushedView } from '@gitops-ml/backstage-plugin-gitops-ml-common';
import { DescribedStatus } from './status';

const WORDS: Record<string, DescribedStatus> = {
  pushed: {
    status: 'healthy',
    word: 'On remote',
    reason: 'The remote has this version.',
  },
  missing: {
    status: 'failed',
    word: 'Not pushed',
    reason: 'The remote does not have this version: run `dvc push`.',
  },
  'not-checked': {
    status: 'unknown',
    word: 'Not checked',
    reason: 'Remotes of this kind are not asked.',
  },
  imported: {
    status: 'absent',
    word: 'Imported',
    reason: '`dvc push` leaves imports out: their own repository has them.',
  },
  'not-cached': {
    status: 'absent',
    word: 'Not cached',
    reason: 'DVC keeps no copy of it (`cache: false`).',
  },
  'push-disabled': {
    status: 'absent',
    word: 'Not to push',
    reason: '`dvc push` leaves it out (`push: false`).',
  },
  external: {
    status: 'absent',
    word: 'External',
    reason: 'It lies outside of the repository.',
  },
  'no-remote': {
    status: 'degraded',
    word: 'No remote',
    reason: 'No DVC remote is configured: run `dvc remote add -d`.',
  },
  unknown: {
    status: 'unknown',
    word: 'Unknown',
    reason: 'Whether the remote has it could not be found out.',
  },
};

/** Whether others can get a version, in our vocabulary. A word we don't know passes as unknown. */
export function describePushed(pushed: PushedView): DescribedStatus {
  const known = WORDS[pushed.status];
  if (!known) {
    return { status: 'unknown', word: pushed.status, reason: pushed.message };
  }
  return { ...known, reason: pushed.message ?? known.reason };
}
