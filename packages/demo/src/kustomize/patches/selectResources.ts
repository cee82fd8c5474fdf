import { parseLabelSelector } from '../../argocd/api/labelSelector';
import { KustomizeError } from '../KustomizeError';
import { Selector } from '../loading/kustomizationSchema';
import { Gvk } from '../model/Gvk';
import { Resource } from '../model/Resource';
import { effectiveNamespace } from '../model/ResourceId';
import { matchesWhole } from '../transformers/goRegex';

/** The resources that a patch's target selects, by their first or present name. */
export function selectResources(
  resources: Resource[],
  selector: Selector,
): Resource[] {
  return resources.filter(resource => {
    const ids = [resource.originalId, resource.id];
    return (
      ids.some(id =>
        matchesWhole(selector.namespace, effectiveNamespace(id)),
      ) &&
      ids.some(id => matchesWhole(selector.name, id.name)) &&
      matchesGvk(selector, resource.gvk) &&
      matchesTexts(resource, selector)
    );
  });
}

export function matchesGvk(selector: Selector, gvk: Gvk): boolean {
  return (
    matchesWhole(selector.group, gvk.group) &&
    matchesWhole(selector.version, gvk.version) &&
    matchesWhole(selector.kind, gvk.kind)
  );
}

/** Do labels and annotations match? */
export function matchesTexts(resource: Resource, selector: Selector): boolean {
  return (
    parse(selector.labelSelector)(resource.labels()) &&
    parse(selector.annotationSelector)(resource.annotations())
  );
}

function parse(selector: string): ReturnType<typeof parseLabelSelector> {
  try {
    return parseLabelSelector(selector);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new KustomizeError(reason);
  }
}
