import { Accumulator } from '../model/Accumulator';
import { isSelected } from '../model/Gvk';
import { Resource } from '../model/Resource';
import { visitField } from './visitField';

/** `namePrefix:` and `nameSuffix:` (Prefix- and SuffixTransformer). */
export function addAffixes(
  accumulator: Accumulator,
  { namePrefix, nameSuffix }: { namePrefix: string; nameSuffix: string },
): void {
  const { resources, config } = accumulator;
  for (const resource of resources.filter(isRenamed)) {
    for (const spec of namePrefix === '' ? [] : config.namePrefix) {
      if (!isSelected(resource.originalId, spec)) continue;
      if (spec.path === 'metadata/name') {
        resource.prefixes.push(namePrefix);
        resource.keepId();
      }
      visitField(resource, spec, { update: name => `${namePrefix}${name}` });
    }
  }
  for (const resource of resources.filter(isRenamed)) {
    for (const spec of nameSuffix === '' ? [] : config.nameSuffix) {
      if (!isSelected(resource.originalId, spec)) continue;
      if (spec.path === 'metadata/name') {
        resource.suffixes.push(nameSuffix);
        resource.keepId();
      }
      visitField(resource, spec, { update: name => `${name}${nameSuffix}` });
    }
  }
}

function isRenamed({ originalId: { kind, group } }: Resource): boolean {
  return !(
    kind === 'CustomResourceDefinition' ||
    kind === 'Namespace' ||
    (kind === 'APIService' && group === 'apiregistration.k8s.io')
  );
}
