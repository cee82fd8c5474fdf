import { isSameJson } from '../json/isSameJson';
import { Kind, KindName } from './kinds';
import { KubernetesObject } from './KubernetesObject';
import { invalid } from './refusals';

/** What of a spec can't change once it is there; sync tools delete and make anew. */
const immutable: Partial<Record<KindName, string[]>> = {
  Job: ['template', 'selector', 'completions'],
  Deployment: ['selector'],
  ReplicaSet: ['selector'],
};

/** Invalid where an update changes what can't change. */
export function checkImmutable(
  kind: Kind,
  before: KubernetesObject,
  after: KubernetesObject,
): void {
  for (const field of immutable[kind.name] ?? []) {
    if (isSameJson(before.spec?.[field], after.spec?.[field])) continue;
    const why = 'Invalid value: field is immutable';
    throw invalid(kind, before.metadata.name, `spec.${field}`, why);
  }
}
