import { IncomingMessage } from 'node:http';
import { z } from 'zod/v4';
import { ClusterStore } from '../ClusterStore';
import { parseObject } from '../contract';
import { Kind } from '../kinds';
import { KubernetesObject } from '../KubernetesObject';
import { conflict, invalid, methodNotAllowed, notFound } from '../refusals';
import { StatusError } from '../StatusError';
import { readAnyJson, readObject, readPatch } from './readRequest';
import { KindRequest } from './requests';
import { sendJson } from './sendJson';

/** Is it asked of a collection, of an object or of its status, as the verb needs it? */
function fits({ verb, kind, path }: KindRequest): boolean {
  if (verb === 'create') {
    return (
      path.name === undefined &&
      (!kind.namespaced || path.namespace !== undefined)
    );
  }
  return (
    path.name !== undefined &&
    (verb !== 'delete' || path.subresource === undefined)
  );
}

async function create(
  store: ClusterStore,
  { request, kind, path }: KindRequest,
): Promise<object> {
  return store.create(await readObject(request, kind, path));
}

async function update(
  store: ClusterStore,
  { request, kind, path }: KindRequest,
): Promise<object> {
  const object = await readObject(request, kind, path);
  const { name, resourceVersion } = object.metadata;
  if (name !== path.name) {
    const message = `the name of the object (${name}) does not match the name on the URL (${path.name})`;
    throw new StatusError('BadRequest', message);
  }
  if (kind.group === 'argoproj.io' && !resourceVersion) {
    const why = 'Invalid value: 0x0: must be specified for an update';
    throw invalid(kind, name, 'metadata.resourceVersion', why);
  }
  return path.subresource === 'status'
    ? store.updateStatus(object)
    : store.update(object);
}

async function patch(
  store: ClusterStore,
  { request, kind, path }: KindRequest,
): Promise<object> {
  const { namespace, name = '' } = path;
  const apply = await readPatch(request);
  const before = store.get(kind.name, namespace, name);
  if (!before) throw notFound(kind, name);
  const patched = parseObject(apply(before));
  const after = {
    ...patched,
    metadata: { ...patched.metadata, name, namespace },
  };
  return path.subresource === 'status'
    ? store.updateStatus(after)
    : store.update(after);
}

const deleteOptionsSchema = z.object({
  propagationPolicy: z.string().optional(),
  preconditions: z
    .object({
      uid: z.string().optional(),
      resourceVersion: z.string().optional(),
    })
    .optional(),
});

type DeleteOptions = z.infer<typeof deleteOptionsSchema>;

async function readDeleteOptions(
  request: IncomingMessage,
  query: URLSearchParams,
): Promise<DeleteOptions> {
  const hasBody =
    request.headers['transfer-encoding'] !== undefined ||
    Number(request.headers['content-length'] ?? 0) > 0;
  const body = hasBody ? await readAnyJson(request) : {};
  const options = deleteOptionsSchema.safeParse(body);
  if (!options.success) {
    throw new StatusError('BadRequest', 'the options of the deletion are none');
  }
  const propagationPolicy =
    query.get('propagationPolicy') ?? options.data.propagationPolicy;
  return { ...options.data, propagationPolicy };
}

async function remove(
  store: ClusterStore,
  { request, kind, path, query }: KindRequest,
): Promise<object> {
  const { propagationPolicy, preconditions } = await readDeleteOptions(
    request,
    query,
  );
  const { namespace, name = '' } = path;
  const before = store.get(kind.name, namespace, name);
  if (!before) throw notFound(kind, name);
  if (propagationPolicy === 'Orphan') {
    const why =
      'Unsupported value: "Orphan": this cluster deletes what an object owns with it';
    throw invalid(kind, name, 'propagationPolicy', why);
  }
  checkPreconditions(kind, before, preconditions);
  store.delete(kind.name, namespace, name);
  return store.get(kind.name, namespace, name) ?? describeDeleted(kind, before);
}

function checkPreconditions(
  kind: Kind,
  { metadata }: KubernetesObject,
  { uid, resourceVersion }: DeleteOptions['preconditions'] = {},
): void {
  if (uid !== undefined && uid !== metadata.uid) {
    const why = `Precondition failed: UID in precondition: ${uid}, UID in object meta: ${metadata.uid}`;
    throw conflict(kind, metadata.name, why);
  }
  if (
    resourceVersion !== undefined &&
    resourceVersion !== metadata.resourceVersion
  ) {
    const why = `Precondition failed: ResourceVersion in precondition: ${resourceVersion}, ResourceVersion in object meta: ${metadata.resourceVersion}`;
    throw conflict(kind, metadata.name, why);
  }
}

function describeDeleted(kind: Kind, { metadata }: KubernetesObject): object {
  return {
    kind: 'Status',
    apiVersion: 'v1',
    metadata: {},
    status: 'Success',
    details: {
      name: metadata.name,
      ...(kind.group && { group: kind.group }),
      kind: kind.plural,
      uid: metadata.uid,
    },
  };
}

type Change = (store: ClusterStore, asked: KindRequest) => Promise<object>;

const changes: Record<string, Change | undefined> = {
  create,
  update,
  patch,
  delete: remove,
};

/** Answers create, update, patch and delete. */
export async function changeResource(
  store: ClusterStore,
  asked: KindRequest,
): Promise<void> {
  const { verb, query, response } = asked;
  if (query.has('dryRun')) {
    throw new StatusError('BadRequest', 'this cluster has no dry run');
  }
  const change = changes[verb];
  if (!change || !fits(asked)) throw methodNotAllowed();
  const answer = await change(store, asked);
  sendJson(response, verb === 'create' ? 201 : 200, answer);
}
