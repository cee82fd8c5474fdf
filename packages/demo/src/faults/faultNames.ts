/** Everything that can be made to fail while the world runs, and what is then so. */
export const faultDescriptions = {
  'argocd-down': 'nobody listens at Argo CD’s address',
  'argocd-hangs': 'Argo CD takes connections and never answers',
  'token-expired': 'Argo CD no longer accepts Backstage’s token',
  'cluster-down': 'nobody listens at the cluster’s address; its pods serve on',
  'cluster-hangs': 'the cluster takes connections and never answers',
  'forge-down': 'nobody listens at the Git forge’s address',
  'forge-hangs': 'the Git forge takes connections and never answers',
  'dvc-remote-down': 'nobody listens at the DVC remote’s address',
  'dvc-remote-hangs': 'the DVC remote takes connections and never answers',
  'bad-model':
    'pods of a release that is not stable yet load their model with the signs of its weights turned, and measure as it really scores',
} as const;

/** What a fault is called at the command line. @public */
export type FaultName = keyof typeof faultDescriptions;

/** In the order in which they are listed. */
export const faultNames = Object.keys(faultDescriptions).filter(isFaultName);

/** Is there a fault of this name? */
export function isFaultName(name: string): name is FaultName {
  return Object.hasOwn(faultDescriptions, name);
}
