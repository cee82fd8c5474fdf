import { checkClusterDrift } from './checkClusterDrift';
import { formatFinding } from './formatFinding';

type Application = Parameters<typeof checkClusterDrift>[0]['application'];

const DRIFTED: Application = {
  name: 'fraud-staging',
  url: 'https://argocd/fraud-staging',
  sync: { status: 'OutOfSync', revision: 'a' },
  operation: {
    phase: 'Succeeded',
    revision: 'a',
    finishedAt: '2026-11-21T09:00:00Z',
  },
  reconciledAt: '2026-11-21T09:00:00Z',
  resources: [
    { kind: 'Service', name: 'fraud', status: 'OutOfSync' },
    { kind: 'Rollout', name: 'fraud', status: 'Synced' },
    {
      kind: 'ConfigMap',
      name: 'fraud-release-1',
      status: 'OutOfSync',
      requiresPruning: true,
    },
  ],
};

const check = (change: Partial<Application> = {}) =>
  checkClusterDrift({
    environment: 'staging',
    application: { ...DRIFTED, ...change },
  });

it('names what differs from the commit that was applied, but no ConfigMap that is kept', () => {
  const [finding] = check();
  expect(finding).toEqual({
    id: 'cluster-drift',
    severity: 'warning',
    environment: 'staging',
    args: { application: 'fraud-staging', objects: 1, isStale: false },
    evidence: [{ text: 'Service fraud', url: 'https://argocd/fraud-staging' }],
  });
  expect(formatFinding(finding).message).toBe(
    '1 object of staging differs from the commit that was applied.',
  );
});

it('tells what is no more in Git, and a ConfigMap that somebody changed', () => {
  const [finding] = check({
    url: undefined,
    resources: [
      {
        kind: 'Job',
        name: 'old',
        status: 'OutOfSync',
        requiresPruning: true,
      },
      { kind: 'ConfigMap', name: 'settings', status: 'OutOfSync' },
    ],
  });
  expect(finding.evidence).toEqual([
    { text: 'Job old, no more in Git' },
    { text: 'ConfigMap settings' },
  ]);
  expect(formatFinding(finding).message).toBe(
    '2 objects of staging differ from the commit that was applied.',
  );
});

it.each<[string, Partial<Application>]>([
  ['what is Synced', { sync: { status: 'Synced', revision: 'a' } }],
  ['what is not known', { sync: { status: 'Unknown', revision: 'a' } }],
  ['a new commit', { sync: { status: 'OutOfSync', revision: 'b' } }],
  [
    'a sync that runs',
    { operation: { ...DRIFTED.operation, phase: 'Running' } },
  ],
  [
    'a sync that failed',
    { operation: { ...DRIFTED.operation, phase: 'Failed' } },
  ],
  ['what was never synced', { operation: undefined }],
  [
    // fixtures/gitops: Succeeded is there before the comparison that follows it.
    'what was compared before the sync ended',
    { reconciledAt: '2026-11-21T08:59:58Z' },
  ],
  ['what differs in nothing', { resources: [] }],
  ['ConfigMaps alone that are kept', { resources: DRIFTED.resources.slice(2) }],
])('does not speak of %s', (_, change) => {
  expect(check(change)).toEqual([]);
});
