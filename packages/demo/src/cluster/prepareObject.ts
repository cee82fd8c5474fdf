import { JsonObject } from '@gitops-ml/core';
import { isSameJson } from '../json/isSameJson';
import { conflict } from './refusals';
import { Kind, KindName } from './kinds';
import { KubernetesObject, ObjectMetadata } from './KubernetesObject';

/** Marks what controllers of the demo run: no container is behind it. */
export const SIMULATED_ANNOTATION = 'demo.gitops-ml.io/simulated';

const withMark = (annotations: Record<string, string> | undefined) => ({
  ...annotations,
  [SIMULATED_ANNOTATION]: 'true',
});

/** What of an object's metadata is its maker's to say. */
function givenMetadata({ metadata }: KubernetesObject): ObjectMetadata {
  const {
    uid: _uid,
    creationTimestamp: _created,
    deletionTimestamp: _deleted,
    resourceVersion: _version,
    generation: _generation,
    generateName: _generateName,
    ...given
  } = metadata;
  return { ...given, annotations: withMark(given.annotations) };
}

/** How an object of a kind is before any controller has seen it. */
const firstStatus: Partial<Record<KindName, JsonObject>> = {
  Pod: { phase: 'Pending' },
};

/** What a new object is stored as; a status is the controllers' to give. */
export function prepareNew(
  kind: Kind,
  given: KubernetesObject,
  born: { uid: string; creationTimestamp: string },
): KubernetesObject {
  const { status: givenStatus, ...rest } = given;
  const status = kind.hasStatus ? firstStatus[kind.name] : givenStatus;
  return {
    ...rest,
    metadata: {
      ...givenMetadata(given),
      ...born,
      ...(kind.hasGeneration && { generation: 1 }),
    },
    ...(status && { status }),
  };
}

function checkIsLast(
  kind: Kind,
  before: KubernetesObject,
  given: KubernetesObject,
): void {
  const { name, uid, resourceVersion } = before.metadata;
  const asked = given.metadata;
  if (asked.uid !== undefined && asked.uid !== uid) {
    const why = `Precondition failed: UID in precondition: ${asked.uid}, UID in object meta: ${uid}`;
    throw conflict(kind, name, why);
  }
  const version = asked.resourceVersion;
  if (version && version !== resourceVersion) throw conflict(kind, name);
}

/** All but metadata, and but a status with a subresource of its own. */
function contentOf(kind: Kind, object: KubernetesObject): unknown {
  const { metadata, status, ...content } = object;
  return kind.hasStatus ? content : { ...content, status };
}

/** What an object becomes by an update of it, before it has a new version. */
export function prepareUpdate(
  kind: Kind,
  before: KubernetesObject,
  given: KubernetesObject,
): KubernetesObject {
  checkIsLast(kind, before, given);
  const { uid, creationTimestamp, resourceVersion, generation } =
    before.metadata;
  const { deletionTimestamp } = before.metadata;
  const { status, ...rest } = given;
  const kept = kind.hasStatus ? before.status : status;
  const isChanged = !isSameJson(
    contentOf(kind, before),
    contentOf(kind, given),
  );
  return {
    ...rest,
    metadata: {
      ...givenMetadata(given),
      uid,
      creationTimestamp,
      resourceVersion,
      ...(deletionTimestamp && { deletionTimestamp }),
      ...(generation !== undefined && {
        generation: generation + (isChanged ? 1 : 0),
      }),
    },
    ...(kept && { status: kept }),
  };
}

/** What an object becomes by an update of its status. */
export function prepareStatus(
  kind: Kind,
  before: KubernetesObject,
  given: KubernetesObject,
): KubernetesObject {
  checkIsLast(kind, before, given);
  const { status: _status, ...rest } = before;
  return { ...rest, ...(given.status && { status: given.status }) };
}
