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

const now = '2026-11-21T12:00:00Z';

const assemble = (live: LiveEnvironment | undefined, change: object = {}) =>
  assembleFindings({
    view: { ...view, ...change },
    live,
    delivery: undefined,
    rejecting: new Set(),
    now,
  });

describe('findings', () => {
  it('are what Argo CD, Git and the binding say, in words', () => {
    const live = compared('2026-11-21T09:00:00Z');
    const findings = assemble(
      { ...live, unbound: { message: 'Not bound.', remedy: 'Bind it.' } },
      {
        behind: {
          environment: 'dev',
          differences: [
            { part: 'code', verdict: 'differs', text: '4 commits behind' },
            { part: 'newer', verdict: 'differs' },
          ],
        },
      },
    );
    expect(findings).toEqual([
      {
        id: 'cluster-drift',
        severity: 'warning',
        environment: 'staging',
        message:
          '2 objects of staging differ from the commit that was applied.',
        remedy: 'Sync fraud-staging in Argo CD, or bring the change into Git.',
        evidence: [
          { text: 'Service fraud' },
          { text: 'ConfigMap fraud-release-1' },
        ],
      },
      {
        id: 'unbound-target',
        severity: 'warning',
        environment: 'staging',
        message: 'Not bound.',
        remedy: 'Bind it.',
        evidence: [],
      },
      {
        id: 'environment-behind',
        severity: 'info',
        environment: 'staging',
        message:
          'staging is to run something else than dev: code (4 commits behind).',
        remedy:
          'Promote: set the revision of staging to a commit that dev has run.',
        evidence: [],
      },
    ]);
  });

  it('are none where nothing is known', () => {
    expect(assemble(undefined)).toEqual([]);
  });
});

describe('findings of what was seen last', () => {
  it('say of an Argo CD that is away what differed then', () => {
    const argocd = { status: 'unreachable', since };
    const [drift] = assemble(compared('2026-11-21T09:00:00Z'), { argocd });
    expect(drift.message).toBe(
      '2 objects of staging differed from the commit that was applied when Argo CD last answered.',
    );
  });
});
