import { isRecord } from '@gitops-ml/core';
import { isSameJson } from '../../json/isSameJson';

/** Go's fields in their order, by their names in JSON; what is not here comes last. */
const order = [
  'sourceRepos',
  'destinations',
  'description',
  'roles',
  'clusterResourceWhitelist',
  'namespaceResourceBlacklist',
  'orphanedResources',
  'syncWindows',
  'namespaceResourceWhitelist',
  'signatureKeys',
  'clusterResourceBlacklist',
  'sourceNamespaces',
  'permitOnlyProjectScopedClusters',
  'destinationServiceAccounts',
  'repo',
  'username',
  'password',
  'sshPrivateKey',
  'insecureIgnoreHostKey',
  'insecure',
  'enableLfs',
  'tlsClientCertData',
  'tlsClientCertKey',
  'type',
  'server',
  'namespace',
  'name',
];

const goNames: Record<string, string> = {
  sshPrivateKey: 'SSHPrivateKey',
  enableLfs: 'EnableLFS',
  tlsClientCertData: 'TLSClientCertData',
  tlsClientCertKey: 'TLSClientCertKey',
};

const goName = (key: string) =>
  goNames[key] ?? key.charAt(0).toUpperCase() + key.slice(1);

/**
 * Where two specs differ, as Argo CD 3.2 says it (r3labs/diff): the names on
 * the way to each difference, one after the other. Lists are compared as sets;
 * what is only in one of two is told by its position there.
 * @internal
 */
export function diffKeys(before: unknown, after: unknown): string[] {
  return diff([], before, after).flat();
}

/** What a second POST with another spec is answered. */
export function describeDifference(
  entity: string,
  before: unknown,
  after: unknown,
): string {
  const keys = diffKeys(before, after).join(',');
  return `existing ${entity} spec is different; use upsert flag to force update${
    keys && `; difference in keys "${keys}"`
  }`;
}

type Path = string[];

function diff(path: Path, before: unknown, after: unknown): Path[] {
  if (isSameJson(before, after)) return [];
  if (Array.isArray(before ?? after) && Array.isArray(after ?? before)) {
    return diffLists(path, toList(before), toList(after));
  }
  if (isRecord(before ?? after) && isRecord(after ?? before)) {
    return diffFields(path, toFields(before), toFields(after));
  }
  return [path];
}

type Fields = Record<string, unknown>;

function toFields(value: unknown): Fields {
  return isRecord(value) ? value : {};
}

function toList(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

function diffFields(path: Path, before: Fields, after: Fields): Path[] {
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...keys]
    .sort((a, b) => rank(a) - rank(b))
    .flatMap(key => diff([...path, goName(key)], before[key], after[key]));
}

function rank(key: string): number {
  const at = order.indexOf(key);
  return at < 0 ? order.length : at;
}

function diffLists(path: Path, before: unknown[], after: unknown[]): Path[] {
  const removed = missingFrom(after, before);
  const added = missingFrom(before, after);
  const positions = [...new Set([...removed.keys(), ...added.keys()])];
  return positions.flatMap(position =>
    diff(
      [...path, String(position)],
      removed.get(position),
      added.get(position),
    ),
  );
}

/** What `list` has more than `other`, by its position. */
function missingFrom(other: unknown[], list: unknown[]): Map<number, unknown> {
  const left = [...other];
  const missing = new Map<number, unknown>();
  list.forEach((item, position) => {
    const at = left.findIndex(candidate => isSameJson(candidate, item));
    if (at < 0) missing.set(position, item);
    else left.splice(at, 1);
  });
  return missing;
}
