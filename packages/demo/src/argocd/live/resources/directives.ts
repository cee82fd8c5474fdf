import { KubernetesObject } from '../../../cluster/KubernetesObject';

const prefix = 'argocd.argoproj.io';

const hookTypes = ['PreSync', 'Sync', 'PostSync', 'SyncFail', 'Skip'] as const;

type HookType = (typeof hookTypes)[number];

const hookDeletePolicies = [
  'BeforeHookCreation',
  'HookSucceeded',
  'HookFailed',
] as const;

type HookDeletePolicy = (typeof hookDeletePolicies)[number];

function readList(object: KubernetesObject, name: string): string[] {
  const value = object.metadata.annotations?.[`${prefix}/${name}`] ?? '';
  return value
    .split(',')
    .map(item => item.trim())
    .filter(Boolean);
}

/** Has an object this sync option, as `Force=true`? */
export const hasSyncOption = (object: KubernetesObject, option: string) =>
  readList(object, 'sync-options').includes(option);

/** Has an object this compare option, as `IgnoreExtraneous`? */
export const hasCompareOption = (object: KubernetesObject, option: string) =>
  readList(object, 'compare-options').includes(option);

/** The phases in which an object is run as a hook; none makes it a plain resource. */
export const readHookTypes = (object: KubernetesObject): HookType[] =>
  hookTypes.filter(type => readList(object, 'hook').includes(type));

export const isHook = (object: KubernetesObject) =>
  readHookTypes(object).length > 0;

/** When a hook is deleted; one that says nothing goes before it is made again. */
export function readDeletePolicies(
  object: KubernetesObject,
): HookDeletePolicy[] {
  const given = readList(object, 'hook-delete-policy');
  const known = hookDeletePolicies.filter(policy => given.includes(policy));
  return known.length > 0 ? known : ['BeforeHookCreation'];
}

/** The wave; 0 where none, or no whole number, is said. */
export function readSyncWave({ metadata }: KubernetesObject): number {
  const wave = metadata.annotations?.[`${prefix}/sync-wave`] ?? '';
  return /^-?\d+$/.test(wave) ? Number(wave) : 0;
}
