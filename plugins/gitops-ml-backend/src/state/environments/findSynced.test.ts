import { ArgoCdApplication } from '@gitops-ml/backstage-plugin-gitops-ml-node';
import { findSynced } from './findSynced';

const application = (
  status: NonNullable<ArgoCdApplication['status']>,
): ArgoCdApplication => ({
  metadata: { name: 'fraud-staging' },
  spec: { project: 'ml', destination: {} },
  status,
});

const history = [
  { id: 0, revision: 'first' },
  { id: 1, revision: 'second' },
];

describe('findSynced', () => {
  it.each<
    [string, NonNullable<ArgoCdApplication['status']>, string | undefined]
  >([
    [
      'what Argo CD compares with while it says Synced',
      { sync: { status: 'Synced', revision: 'documents' }, history },
      'documents',
    ],
    [
      'what the last operation applied, where objects differ',
      {
        sync: { status: 'OutOfSync', revision: 'third' },
        operationState: {
          phase: 'Succeeded',
          syncResult: { revision: 'second' },
        },
        history: [],
      },
      'second',
    ],
    [
      'what the last one applied while another one runs',
      {
        sync: { status: 'OutOfSync', revision: 'third' },
        operationState: {
          phase: 'Running',
          syncResult: { revision: 'third' },
        },
        history,
      },
      'second',
    ],
    [
      'what the last one applied where another one failed',
      {
        sync: { status: 'OutOfSync', revision: 'third' },
        operationState: { phase: 'Failed', syncResult: { revision: 'third' } },
        history,
      },
      'second',
    ],
    [
      'nothing before the first sync has ended',
      {
        sync: { status: 'OutOfSync', revision: 'first' },
        operationState: { phase: 'Running' },
      },
      undefined,
    ],
  ])('is %s', (_what, status, commit) => {
    expect(findSynced(application(status))).toBe(commit);
  });
});
