import { Kind, kinds } from '../kinds';
import { StatusError } from '../StatusError';
import { changeResource } from './changeResource';
import { ResourcePath } from './parsePath';
import { readResource } from './readResource';
import { ClusterParts, ResourceRequest } from './requests';
import { Attempt, isAllowed } from './Rights';
import { sendNoSuchPath } from './sendJson';

/** Objects over HTTP. */
export class ResourceApi {
  constructor(private readonly parts: ClusterParts) {}

  async answer(asked: ResourceRequest): Promise<void> {
    const verb = verbOf(asked);
    checkRights(asked, verb);
    const kind = findKind(asked.path);
    if (!kind) {
      sendNoSuchPath(asked.response);
      return;
    }
    const known = { ...asked, kind, verb };
    if (asked.request.method === 'GET') readResource(this.parts, known);
    else await changeResource(this.parts.store, known);
  }
}

const isTrue = (value: string | null) => value === 'true' || value === '1';

function verbOf({ request, path, query }: ResourceRequest): string {
  const { method = 'GET' } = request;
  const readVerb = path.name ? 'get' : 'list';
  const verbs: Record<string, string> = {
    GET: isTrue(query.get('watch')) ? 'watch' : readVerb,
    HEAD: readVerb,
    POST: 'create',
    PUT: 'update',
    PATCH: 'patch',
    DELETE: path.name ? 'delete' : 'deletecollection',
  };
  return verbs[method] ?? method.toLowerCase();
}

function checkRights({ account, path }: ResourceRequest, verb: string): void {
  const { group, plural: resource, subresource, namespace, name } = path;
  const attempt: Attempt = { verb, group, resource, subresource, namespace };
  if (isAllowed(account, attempt)) return;
  const full = group ? `${resource}.${group}` : resource;
  const subject = name ? `${full} "${name}"` : full;
  const what = subresource ? `${resource}/${subresource}` : resource;
  const where = namespace
    ? `in the namespace "${namespace}"`
    : 'at the cluster scope';
  throw new StatusError(
    'Forbidden',
    `${subject} is forbidden: User "${account.user}" cannot ${verb} resource "${what}" in API group "${group}" ${where}`,
    { ...(name && { name }), ...(group && { group }), kind: resource },
  );
}

/** `undefined` where nothing is served at this path. */
function findKind(path: ResourcePath): Kind | undefined {
  const kind = kinds.find(
    ({ group, version, plural }) =>
      group === path.group &&
      version === path.version &&
      plural === path.plural,
  );
  if (!kind) return undefined;
  const isPlaced = kind.namespaced
    ? path.namespace !== undefined || path.name === undefined
    : path.namespace === undefined;
  const isServed =
    path.subresource === undefined ||
    (path.subresource === 'status' && kind.hasStatus);
  return isPlaced && isServed ? kind : undefined;
}
