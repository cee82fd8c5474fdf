import { AnsweredDestination } from '@gitops-ml/backstage-plugin-gitops-ml-node';
import { ClusterRow, KnownCluster } from '../../config/readLiveSettings';

/** What Argo CD calls the cluster that it runs in itself; each Argo CD means another. */
const OWN_NAMES = new Set(['in-cluster', 'https://kubernetes.default.svc']);

const cleanUrl = (url: string) => url.replace(/\/+$/, '').toLowerCase();

/**
 * Which of Backstage's clusters a destination is: as a row of `gitopsMl.clusters`
 * says, else the one of the same name, else the one with the same URL. An Argo
 * CD's own cluster needs a row. `undefined` where nothing says it.
 */
export function resolveCluster(
  instance: string,
  destination: AnsweredDestination,
  {
    clusters,
    knownClusters,
  }: {
    clusters: readonly ClusterRow[];
    knownClusters: readonly KnownCluster[];
  },
): string | undefined {
  const { name, server } = destination;
  const names = [name ?? '', server ?? ''].filter(Boolean);
  // One cluster under Argo CD's two words for it.
  const own = names.some(one => OWN_NAMES.has(cleanUrl(one)));
  const words = own ? [...names, ...OWN_NAMES] : names;
  const row = clusters.find(
    one =>
      one.argocd === instance &&
      words.some(word => cleanUrl(word) === cleanUrl(one.destination)),
  );
  if (row || own) return row?.cluster;
  const known =
    knownClusters.find(one => one.name === name) ??
    knownClusters.find(
      one => server !== undefined && cleanUrl(one.url) === cleanUrl(server),
    );
  return known?.name;
}
