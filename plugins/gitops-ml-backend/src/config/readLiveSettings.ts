import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { normaliseRef } from './normaliseRef';

/** Who may see and act on the workloads of a namespace without an Argo CD application. */
export type WorkloadRule = {
  cluster: string;
  namespace: string;
} & (
  | { kind: 'entity'; entityRef: string }
  | { kind: 'owner'; ownerRef: string }
);

/** Which of Backstage's clusters an Argo CD's destination is. */
export interface ClusterRow {
  argocd: string;
  /** A destination's name or server, as the Application has it. */
  destination: string;
  cluster: string;
}

/** A cluster of Backstage's kubernetes plugin, as far as configuration says. */
export interface KnownCluster {
  name: string;
  url: string;
}

/** An Argo CD whose Applications are read as resources of a cluster. */
export interface ArgoCdResources {
  name: string;
  cluster: string;
  namespace: string;
  /** Of its pages. */
  url: string | undefined;
}

/** What configuration says of live sources. */
export interface LiveSettings {
  allowWorkloads: WorkloadRule[];
  clusters: ClusterRow[];
  knownClusters: KnownCluster[];
  argocdResources: ArgoCdResources[];
}

/** Reads what binding and live sources need; throws InputError naming the key. */
export function readLiveSettings(config: Config): LiveSettings {
  const rows = (key: string) => config.getOptionalConfigArray(key) ?? [];
  return {
    allowWorkloads: rows('gitopsMl.allow.workloads').map(readRule),
    clusters: rows('gitopsMl.clusters').map(row => ({
      argocd: row.getString('argocd'),
      destination: row.getString('destination'),
      cluster: row.getString('cluster'),
    })),
    knownClusters: rows('kubernetes.clusterLocatorMethods')
      .filter(method => method.getOptionalString('type') === 'config')
      .flatMap(method => method.getOptionalConfigArray('clusters') ?? [])
      .map(cluster => ({
        name: cluster.getString('name'),
        url: cluster.getString('url'),
      })),
    argocdResources: rows('gitopsMl.argocd').map(row => ({
      name: row.getString('name'),
      cluster: row.getString('cluster'),
      namespace: row.getString('namespace'),
      url: row.getOptionalString('url'),
    })),
  };
}

function readRule(rule: Config, index: number): WorkloadRule {
  const place = {
    cluster: rule.getString('cluster'),
    namespace: rule.getString('namespace'),
  };
  const entity = rule.getOptionalString('entity');
  const owner = rule.getOptionalString('owner');
  if (entity && !owner) {
    return { ...place, kind: 'entity', entityRef: normaliseRef(entity) };
  }
  if (owner && !entity) {
    return { ...place, kind: 'owner', ownerRef: normaliseRef(owner, 'group') };
  }
  throw new InputError(
    `gitopsMl.allow.workloads[${index}] must have exactly one of entity and owner`,
  );
}
