import { Destination } from '../contract';

/** A cluster that Argo CD deploys to. @public */
export interface ArgoCdCluster {
  name: string;
  /** The URL of its API server. */
  server: string;
}

type FoundCluster =
  | { kind: 'found'; cluster: ArgoCdCluster }
  | { kind: 'refused'; message: string };

const refused = (message: string): FoundCluster => ({
  kind: 'refused',
  message,
});

/** The cluster that a destination names by name or by server (util/argo GetDestinationCluster). */
export function findCluster(
  clusters: readonly ArgoCdCluster[],
  { name, server }: Destination,
): FoundCluster {
  if (name && server) {
    return refused(
      `application destination can't have both name and server defined: ${name} ${server}`,
    );
  }
  if (!name && !server) {
    return refused('Destination server missing from app spec');
  }
  const cluster = clusters.find(candidate =>
    server ? candidate.server === server : candidate.name === name,
  );
  if (cluster) return { kind: 'found', cluster };
  return refused(
    server
      ? `error getting cluster by server "${server}": rpc error: code = NotFound desc = cluster "${server}" not found`
      : `there are no clusters with this name: ${name}`,
  );
}
