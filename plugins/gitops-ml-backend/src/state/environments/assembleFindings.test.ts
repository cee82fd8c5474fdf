import { EnvironmentView } from '@gitops-ml/backstage-plugin-gitops-ml-common';
import { LiveEnvironment } from '../live/LiveEnvironments';
import { assembleFindings } from './assembleFindings';

const since = '2026-11-21T08:00:00Z';

const view: EnvironmentView = {
  name: 'staging',
  declaredBy: [],
  desired: { status: 'known' },
  synced: { status: 'known' },
  running: { status: 'known' },
  argocd: { status: 'ok', since },
  kubernetes: { status: 'ok', since },
  runningDiffers: [],
  simulated: false,
};

/** An application whose last sync applied the commit that it compares with. */
const compared = (
  reconciledAt: string,
  status = 'OutOfSync',
): LiveEnvironment => ({
  name: 'staging',
  declared: undefined,
  instance: 'main',
  instanceUrl: undefined,
  place: undefined,
  unbound: undefined,
  argocd: { status: 'ok', since },
  kubernetes: { status: 'ok', since },
  workloads: [],
  application: {
    metadata: { name: 'fraud-staging' },
    spec: { project: 'ml', destination: {} },
    status: {
      sync: { status, revision: 'a' },
      reconciledAt,
      operationState: {
        phase: 'Succeeded',
        finishedAt: '2026-11-21T09:00:00Z',
        syncResult: { revision: 'a' },
      },
      resources: [
        { kind: 'Service', name: 'fraud', status: 'OutOfSync' },
        { kind: 'ConfigMap', name: 'fraud-release-1', status: 'OutOfSync' },
      ],
    },
  },
});

describe('the finding cluster-drift', () => {
  it('names what differs from the commit that was applied, but no ConfigMap that was kept', () => {
    const [finding] = assembleFindings(view, compared('2026-11-21T09:00:00Z'));
    expect(finding.id).toBe('cluster-drift');
    expect(finding.evidence.map(({ text }) => text)).toEqual(['Service fraud']);
  });

  // fixtures/gitops: Succeeded is there before the comparison that follows it.
  it.each([
    [
      'what was compared before the sync ended',
      compared('2026-11-21T08:59:58Z'),
    ],
    ['what is Synced', compared('2026-11-21T09:00:00Z', 'Synced')],
  ])('does not speak of %s', (_what, live) => {
    expect(assembleFindings(view, live)).toEqual([]);
  });
});
