import { Clock } from '../clock/Clock';
import { ClusterStore } from '../cluster/ClusterStore';
import { KubernetesObject } from '../cluster/KubernetesObject';
import { Measure } from './Measure';

/** What the controllers work with. */
export interface Context {
  store: ClusterStore;
  clock: Clock;
  measure: Measure;
  /** What went wrong in the controller itself. */
  onError: (error: unknown) => void;
}

export const keyOf = ({ metadata }: Pick<KubernetesObject, 'metadata'>) =>
  `${metadata.namespace}/${metadata.name}`;

export function parseKey(key: string): { namespace: string; name: string } {
  const [namespace, name] = key.split('/');
  return { namespace, name };
}
