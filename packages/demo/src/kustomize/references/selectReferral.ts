import { isJsonObject } from '@gitops-ml/core';
import { KustomizeError } from '../KustomizeError';
import { isClusterScoped } from '../model/clusterScoped';
import { Gvk, isSelected } from '../model/Gvk';
import { Resource } from '../model/Resource';
import { effectiveNamespace, formatId } from '../model/ResourceId';

/** A field that holds a name. */
export interface Reference {
  referrer: Resource;
  /** The kind of what is named. */
  target: Gvk;
  /** With slashes. */
  path: string;
  candidates: Resource[];
}

/** The resource that a former name means; `undefined` where it is none of this overlay. */
export function selectReferral(
  oldName: string,
  { referrer, target, path, candidates }: Reference,
  isSame: (one: Resource, other: Resource) => boolean,
): Resource | undefined {
  const roleRef = readRoleRef(referrer, path);
  const matching = candidates.filter(
    each =>
      each.previousIds.some(id => id.name === oldName) &&
      each.previousIds.some(id => isSelected(id, target)) &&
      (!roleRef || each.previousIds.some(id => isSelected(id, roleRef))) &&
      isInReach(referrer, each),
  );
  if (matching.length === 1) return matching[0];
  let alike = matching.filter(each => hasSameAffixes(each, referrer, true));
  if (alike.length > 1) {
    alike = matching.filter(each => hasSameAffixes(each, referrer, false));
  }
  const [first, ...others] = alike;
  if (others.every(other => isSame(first, other))) return first;
  throw new KustomizeError(
    `updating name reference in '${path}' field of '${formatId(
      referrer.id,
    )}': found multiple possible referrals: ${alike
      .map(each => formatId(each.id))
      .join(', ')}`,
    referrer.path,
    path.replaceAll('/', '.'),
  );
}

function readRoleRef({ object }: Resource, path: string): Gvk | undefined {
  const { roleRef } = object;
  if (!path.endsWith('roleRef/name') || !isJsonObject(roleRef))
    return undefined;
  const { apiGroup, kind } = roleRef;
  return typeof apiGroup === 'string' && typeof kind === 'string'
    ? { group: apiGroup, version: '', kind }
    : undefined;
}

function isInReach(referrer: Resource, candidate: Resource): boolean {
  return (
    isClusterScoped(referrer.gvk) ||
    isClusterScoped(candidate.gvk) ||
    candidate.gvk.kind === 'ServiceAccount' ||
    effectiveNamespace(referrer.id) === effectiveNamespace(candidate.id)
  );
}

function hasSameAffixes(
  one: Resource,
  other: Resource,
  allowNone: boolean,
): boolean {
  return (['prefixes', 'suffixes'] as const).every(
    affixes =>
      (allowNone &&
        (one[affixes].length === 0 || other[affixes].length === 0)) ||
      hasSameEnding(one[affixes], other[affixes]),
  );
}

function hasSameEnding(one: string[], other: string[]): boolean {
  const length = Math.min(one.length, other.length);
  return (
    (length > 0 || one.length === other.length) &&
    one.slice(-length).join() === other.slice(-length).join()
  );
}
