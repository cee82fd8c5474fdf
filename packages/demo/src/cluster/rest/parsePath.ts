/** What of the cluster a path names. */
type ClusterPath =
  | { kind: 'other'; path: string }
  | ({ kind: 'resource' } & ResourcePath);

/** A resource, one object of it, or a subresource of that object. */
export interface ResourcePath {
  group: string;
  version: string;
  plural: string;
  namespace?: string;
  name?: string;
  subresource?: string;
}

/** Reads the path of a request. Throws `URIError` where it is wrongly escaped. */
export function parsePath(path: string): ClusterPath {
  const other: ClusterPath = { kind: 'other', path };
  const [root, ...rest] = path.split('/').slice(1).map(decodeURIComponent);
  const isCore = root === 'api';
  if (!isCore && root !== 'apis') return other;
  const group = isCore ? '' : rest.shift();
  const version = rest.shift();
  if (group === undefined || !version || rest.length === 0) return other;
  const place = readPlace(rest);
  if (!place) return other;
  return { kind: 'resource', group, version, ...place };
}

function readPlace(
  parts: string[],
): Omit<ResourcePath, 'group' | 'version'> | undefined {
  // `namespaces/<name>` and its status are an object; below it lies what is in it.
  const isInNamespace =
    parts[0] === 'namespaces' && parts.length > 2 && parts[2] !== 'status';
  const namespace = isInNamespace ? parts[1] : undefined;
  const own = isInNamespace ? parts.slice(2) : parts;
  if (own.length > 3 || own.some(part => part === '')) return undefined;
  const [plural, name, subresource] = own;
  return { plural, namespace, name, subresource };
}
