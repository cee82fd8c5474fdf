import { IncomingMessage } from 'node:http';
import { z } from 'zod/v4';
import { readBytes, readJson } from '../../http/readJson';
import { parseObject } from '../contract';
import { Kind } from '../kinds';
import { KubernetesObject } from '../KubernetesObject';
import { mergeJson } from '../../json/mergeJson';
import { StatusError } from '../StatusError';
import { applyOperations, parseOperations } from './jsonPatch';
import { ResourcePath } from './parsePath';
import { decodeReview } from './reviews/decodeReview';

const LARGEST_BODY = 3 * 1024 * 1024;

const mediaTypeOf = ({ headers }: IncomingMessage) =>
  headers['content-type']?.split(';')[0].trim().toLowerCase();

function checkMediaType(request: IncomingMessage, accepted: string[]): void {
  const mediaType = mediaTypeOf(request);
  // A body of no type is JSON to Kubernetes, too; a patch has to say its kind.
  if (accepted.includes(mediaType ?? 'application/json')) return;
  throw new StatusError(
    'UnsupportedMediaType',
    `the body of the request was in an unknown format - accepted media types include: ${accepted.join(
      ', ',
    )}`,
  );
}

const tooLarge = () =>
  new StatusError(
    'RequestEntityTooLarge',
    `Request entity too large: limit is ${LARGEST_BODY}`,
  );

async function readBody(
  request: IncomingMessage,
  ...accepted: string[]
): Promise<unknown> {
  checkMediaType(request, accepted);
  const body = await readJson(request, LARGEST_BODY);
  if (body.kind === 'json') return body.value;
  throw body.status === 413
    ? tooLarge()
    : new StatusError(
        'BadRequest',
        `couldn't get version/kind: ${body.message}`,
      );
}

const JSON_PATCH = 'application/json-patch+json';
const MERGE_PATCH = 'application/merge-patch+json';

const mergeSchema = z.record(z.string(), z.json());

/** What a patch makes of an object. UnsupportedMediaType for patches of another kind. */
export async function readPatch(
  request: IncomingMessage,
): Promise<(before: object) => unknown> {
  const body = await readBody(request, JSON_PATCH, MERGE_PATCH);
  if (mediaTypeOf(request) === JSON_PATCH) {
    const operations = parseOperations(body);
    return before => applyOperations(before, operations);
  }
  const patch = mergeSchema.safeParse(body);
  if (patch.success) return before => mergeJson(before, patch.data);
  throw new StatusError('BadRequest', 'a merge patch is an object');
}

/** Any JSON. */
export function readAnyJson(request: IncomingMessage): Promise<unknown> {
  return readBody(request, 'application/json');
}

const PROTOBUF = 'application/vnd.kubernetes.protobuf';

/** A review, which clients of Kubernetes send as protobuf, too. */
export async function readReview(
  request: IncomingMessage,
  kind: string,
): Promise<unknown> {
  if (mediaTypeOf(request) !== PROTOBUF) return readAnyJson(request);
  const body = await readBytes(request, LARGEST_BODY);
  if (!body) throw tooLarge();
  try {
    return decodeReview(kind, body);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new StatusError('BadRequest', error.message);
  }
}

/** The object of a request, of the kind and at the place that its path says. */
export async function readObject(
  request: IncomingMessage,
  kind: Kind,
  place: ResourcePath,
): Promise<KubernetesObject> {
  const body = await readBody(request, 'application/json');
  const { apiVersion, name: kindName } = kind;
  const object = parseObject(
    mergeJson({ apiVersion, kind: kindName, metadata: {} }, body),
  );
  if (object.apiVersion !== apiVersion || object.kind !== kindName) {
    throw new StatusError(
      'BadRequest',
      `${object.kind} in version "${object.apiVersion}" cannot be handled as a ${kindName}: the path is of ${apiVersion}`,
    );
  }
  const { namespace } = object.metadata;
  if (
    namespace !== undefined &&
    namespace !== '' &&
    namespace !== place.namespace
  ) {
    throw new StatusError(
      'BadRequest',
      'the namespace of the provided object does not match the namespace sent on the request',
    );
  }
  const metadata = { ...object.metadata, namespace: place.namespace };
  return { ...object, metadata };
}
