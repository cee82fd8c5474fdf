import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { createVirtualClock } from '../../clock/createVirtualClock';
import { formatKubeconfig } from '../formatKubeconfig';
import { startCluster } from '../startCluster';
import { allRights, ClusterRule } from '../rest/Rights';
import { ClusterClient } from './ClusterClient';

/** The time at which a test's cluster starts. */
const clusterStart = Date.parse('2026-09-12T08:00:00Z');

const onlyRollouts: ClusterRule[] = [
  {
    verbs: ['get', 'list', 'patch'],
    apiGroups: ['argoproj.io'],
    resources: ['rollouts', 'rollouts/status'],
    namespaces: ['ml'],
  },
];

/** Starts a cluster in a folder of its own, whose time the test moves. */
export async function startTestCluster(
  options: { historySize?: number; directory?: string } = {},
) {
  const {
    directory = await fs.mkdtemp(path.join(os.tmpdir(), 'cluster-')),
    historySize,
  } = options;
  const clock = createVirtualClock(clusterStart);
  const errors: unknown[] = [];
  const cluster = await startCluster({
    directory,
    port: 0,
    clock,
    historySize,
    tokens: [
      { token: 'all', user: 'admin', rules: allRights },
      {
        token: 'few',
        user: 'system:serviceaccount:ml:viewer',
        rules: onlyRollouts,
      },
    ],
    onError: error => errors.push(error),
  });
  return {
    ...cluster,
    clock,
    directory,
    errors,
    client: new ClusterClient(cluster.url, 'all'),
    kubeconfig: formatKubeconfig({ ...cluster, token: 'all' }),
    async close() {
      await cluster.close();
      if (!options.directory) {
        await fs.rm(directory, { recursive: true, force: true });
      }
    },
  };
}
