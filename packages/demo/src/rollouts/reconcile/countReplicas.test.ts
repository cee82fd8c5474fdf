import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod/v4';
import { ReplicaSet, Rollout } from '../contract';
import { countReplicas } from './countReplicas';
import { HASH_LABEL } from './hashes';
import { createPass } from './Pass';

const countOrShare = z.union([z.int(), z.string()]);

const casesSchema = z.array(
  z.strictObject({
    name: z.string(),
    rolloutSpecReplicas: z.int(),
    setWeight: z.int(),
    maxSurge: countOrShare,
    maxUnavailable: countOrShare,
    stableSpecReplica: z.int(),
    stableAvailableReplica: z.int(),
    canarySpecReplica: z.int(),
    canaryAvailableReplica: z.int(),
    expectedStableReplicaCount: z.int(),
    expectedCanaryReplicaCount: z.int(),
    older: z.tuple([z.int(), z.int()]).optional(),
    promoteFull: z.boolean().optional(),
    statusAbort: z.boolean().optional(),
    trafficRouting: z.boolean().optional(),
  }),
);

type Case = z.infer<typeof casesSchema>[number];

const cases = casesSchema.parse(
  JSON.parse(
    readFileSync(
      path.resolve(__dirname, '../__fixtures__/replicaCounts.json'),
      'utf8',
    ),
  ),
);

const metadata = (name: string) => ({
  name,
  namespace: 'default',
  uid: name,
  creationTimestamp: '2026-11-21T08:00:00Z',
  labels: { [HASH_LABEL]: name },
});

const template = { spec: { containers: [] } };

const createReplicaSet = (
  name: string,
  replicas: number,
  availableReplicas: number,
): ReplicaSet => ({
  metadata: metadata(name),
  spec: { replicas, template },
  status: { availableReplicas },
});

const createRollout = (each: Case): Rollout => ({
  apiVersion: 'argoproj.io/v1alpha1',
  kind: 'Rollout',
  metadata: metadata('rollout'),
  spec: {
    replicas: each.rolloutSpecReplicas,
    selector: { matchLabels: {} },
    template,
    strategy: {
      canary: {
        maxSurge: each.maxSurge,
        maxUnavailable: each.maxUnavailable,
        steps: [{ setWeight: each.setWeight }],
        ...(each.trafficRouting && {
          trafficRouting: { nginx: { stableIngress: 'ingress' } },
        }),
      },
    },
  },
  status: {
    stableRS: 'stable',
    currentPodHash: 'canary',
    promoteFull: each.promoteFull,
    abort: each.statusAbort,
  },
});

describe('countReplicas', () => {
  it.each(cases)('$name', each => {
    const canary = createReplicaSet(
      'canary',
      each.canarySpecReplica,
      each.canaryAvailableReplica,
    );
    const stable = createReplicaSet(
      'stable',
      each.stableSpecReplica,
      each.stableAvailableReplica,
    );
    const older = each.older ? [createReplicaSet('older', ...each.older)] : [];
    const pass = createPass(
      createRollout(each),
      { replicaSets: [canary, stable, ...older], analysisRuns: [] },
      canary,
      0,
    );
    expect(countReplicas(pass)).toEqual({
      current: each.expectedCanaryReplicaCount,
      stable: each.expectedStableReplicaCount,
    });
  });
});
