import { Accumulator } from '../model/Accumulator';
import { FieldSpec } from '../model/FieldSpec';
import { isSelected } from '../model/Gvk';
import { Resource } from '../model/Resource';
import { visitField } from './visitField';

/** `namePrefix:` and `nameSuffix:` (Prefix- and SuffixTransformer). */
export function addAffixes(
  { resources, config }: Accumulator,
  { namePrefix, nameSuffix }: { namePrefix: string; nameSuffix: string },
): void {
  const renamed = resources.filter(isRenamed);
  if (namePrefix !== '') {
    for (const resource of renamed) {
      addTo(resource, 'prefixes', namePrefix, config.namePrefix);
    }
  }
  if (nameSuffix !== '') {
    for (const resource of renamed) {
      addTo(resource, 'suffixes', nameSuffix, config.nameSuffix);
    }
  }
}

function addTo(
  resource: Resource,
  side: 'prefixes' | 'suffixes',
  affix: string,
  specs: FieldSpec[],
): void {
  for (const spec of specs) {
    if (!isSelected(resource.originalId, spec)) continue;
    if (spec.path === 'metadata/name') {
      resource[side].push(affix);
      resource.keepId();
    }
    visitField(resource, spec, {
      update: name =>
        side === 'prefixes' ? `${affix}${name}` : `${name}${affix}`,
    });
  }
}

function isRenamed({ originalId: { kind, group } }: Resource): boolean {
  return !(
    kind === 'CustomResourceDefinition' ||
    kind === 'Namespace' ||
    (kind === 'APIService' && group === 'apiregistration.k8s.io')
  );
}
