import { KustomizeError } from '../KustomizeError';
import { Replica } from '../loading/kustomizationSchema';
import { Accumulator } from '../model/Accumulator';
import { formatGvk, isSelected } from '../model/Gvk';
import { visitField } from './visitField';

/** `replicas:` (ReplicaCountTransformer). Throws `KustomizeError` where there is no such workload. */
export function setReplicas(
  { resources, config }: Accumulator,
  replicas: Replica[],
): void {
  for (const { name, count } of replicas) {
    let found = false;
    for (const spec of config.replicas) {
      const named = resources.filter(each =>
        each.ids.some(id => id.name === name && isSelected(id, spec)),
      );
      found ||= named.length > 0;
      for (const each of named) {
        visitField(each, spec, { update: () => count, initial: 0 });
      }
    }
    if (found) continue;
    const kinds = config.replicas.map(formatGvk).join(' ');
    throw new KustomizeError(
      `resource with name ${name} does not match a config with the following GVK [${kinds}]`,
      undefined,
      'replicas',
    );
  }
}
