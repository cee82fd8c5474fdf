import { KubernetesObject } from '../../../cluster/KubernetesObject';
import { describeHealth, hasHealthCheck } from '../health/describeHealth';
import { Health, HealthStatus, worstOf } from '../health/Health';
import {
  hasCompareOption,
  isHook,
  readHookTypes,
  readSyncWave,
} from '../resources/directives';
import { isModified, Pointer } from '../resources/predictLive';
import { keyOfObject, refOf } from '../resources/ResourceRef';

/** An object as Git wants it, as it is, or both. */
export interface Pair {
  target?: KubernetesObject;
  live?: KubernetesObject;
}

/** A resource of `status.resources`, in Argo CD's order of fields. */
export interface ResourceStatus {
  group?: string;
  version: string;
  kind: string;
  namespace?: string;
  name: string;
  /** Absent for a hook. */
  status?: 'Synced' | 'OutOfSync' | 'Unknown';
  hook?: true;
  requiresPruning?: true;
  /** Absent where it is 0. */
  syncWave?: number;
}

export interface Comparison {
  status: 'Synced' | 'OutOfSync' | 'Unknown';
  resources: ResourceStatus[];
  health: HealthStatus;
  /** By `keyOf`: the API adds them to what is stored (status.resourceHealthSource appTree). */
  resourceHealth: Map<string, Health>;
}

interface Options {
  /** Git could not be read: nothing is known of what is wanted. */
  isUnknown?: boolean;
  /** What `spec.ignoreDifferences` takes out of the comparison. */
  ignored?: (object: KubernetesObject) => readonly Pointer[];
}

/** Each wanted object with the one that is there, and what is there beyond; sorted as Argo CD lists them. */
export function pairUp(
  targets: readonly KubernetesObject[],
  lives: readonly KubernetesObject[],
): Pair[] {
  const pairs = new Map<string, Pair>();
  for (const live of lives) pairs.set(keyOfObject(live), { live });
  for (const target of targets) {
    const key = keyOfObject(target);
    pairs.set(key, { ...pairs.get(key), target });
  }
  return [...pairs]
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([, pair]) => pair);
}

const isSkipped = ({ target }: Pair) =>
  target !== undefined && readHookTypes(target).includes('Skip');

/** Which of an application's resources are as Git wants them, and how well they are (controller/state.go, health.go). */
export function compareResources(
  pairs: readonly Pair[],
  options: Options = {},
): Comparison {
  // A hook is run, not kept: only what is left of one is listed.
  const listed = pairs.filter(
    pair =>
      !isSkipped(pair) && !(pair.target && isHook(pair.target) && !pair.live),
  );
  const resources = listed.map(pair => describeResource(pair, options));
  const isDrift = ({ live, target }: Pair, { status }: ResourceStatus) =>
    status === 'OutOfSync' &&
    !(live && !target && hasCompareOption(live, 'IgnoreExtraneous'));
  const drifts = listed.some((pair, at) => isDrift(pair, resources[at]));
  const resourceHealth = describeAll(listed);
  const compared = drifts ? 'OutOfSync' : 'Synced';
  return {
    status: options.isUnknown ? 'Unknown' : compared,
    resources,
    health: worstOf(
      listed.flatMap(pair => {
        const object = pair.live ?? pair.target;
        const health = object && resourceHealth.get(keyOfObject(object));
        return health && countsForApplication(pair) ? [health.status] : [];
      }),
    ),
    resourceHealth,
  };
}

function describeResource(pair: Pair, options: Options): ResourceStatus {
  const { target, live } = pair;
  const object = target ?? live;
  if (!object) throw new Error('a pair of nothing');
  const { group, version, kind, namespace, name } = refOf(object);
  const status = describeSync(pair, options);
  const wave = readSyncWave(object);
  return {
    ...(group && { group }),
    version,
    kind,
    ...(namespace && { namespace }),
    name,
    ...(status && { status }),
    ...(isHook(object) && { hook: true as const }),
    ...(live &&
      (!target || isHook(target)) && { requiresPruning: true as const }),
    ...(wave !== 0 && { syncWave: wave }),
  };
}

function describeSync(
  { target, live }: Pair,
  { isUnknown, ignored = () => [] }: Options,
): ResourceStatus['status'] {
  const object = target ?? live;
  if (isUnknown) return 'Unknown';
  if (object && isHook(object)) return undefined;
  if (!target || !live) return 'OutOfSync';
  return isModified(target, live, ignored(target)) ? 'OutOfSync' : 'Synced';
}

function describeAll(pairs: readonly Pair[]): Map<string, Health> {
  const all = new Map<string, Health>();
  for (const { target, live } of pairs) {
    const object = live ?? target;
    const health: Health | undefined = live
      ? describeHealth(live)
      : { status: 'Missing' };
    if (object && health) all.set(keyOfObject(object), health);
  }
  return all;
}

/** What is missing counts only where its kind has a check. */
function countsForApplication({ target, live }: Pair): boolean {
  if (live) {
    const { annotations } = live.metadata;
    const isIgnored =
      annotations?.['argocd.argoproj.io/ignore-healthcheck'] === 'true';
    return !isIgnored && !isHook(live);
  }
  if (!target) return false;
  const { group, kind } = refOf(target);
  return hasHealthCheck(group, kind);
}
