import { SyncPolicy } from './manifests';

/**
 * The sync policy of every Application that GitOps ML makes. `refresh` lets a
 * retry take a newer commit: without it a pushed fix waits for all retries of
 * the broken one. Each call gives a new object.
 * @public
 */
export function createSyncPolicy(): SyncPolicy {
  return {
    automated: { prune: true, selfHeal: true },
    retry: {
      limit: 2,
      refresh: true,
      backoff: { duration: '10s', factor: 2, maxDuration: '1m' },
    },
    syncOptions: ['CreateNamespace=true'],
  };
}
