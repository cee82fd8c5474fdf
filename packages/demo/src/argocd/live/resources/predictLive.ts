import { isJsonObject, JsonObject } from '@gitops-ml/core';
import { z } from 'zod/v4';
import { KubernetesObject } from '../../../cluster/KubernetesObject';
import { isSameJson } from '../../../json/isSameJson';
import { mergeThreeWay } from './mergeThreeWay';
import { refOf } from './ResourceRef';

const lastApplied = 'kubectl.kubernetes.io/last-applied-configuration';

const jsonObjectSchema = z.record(z.string(), z.json());

/** A JSON pointer (RFC 6901) into objects that are not compared there. */
export type Pointer = string;

/** What an object's applier said last; nothing where it was made otherwise. */
function readLastApplied({ metadata }: KubernetesObject): JsonObject {
  const text = metadata.annotations?.[lastApplied];
  if (text === undefined) return {};
  try {
    return jsonObjectSchema.parse(JSON.parse(text));
  } catch {
    return {};
  }
}

/** The parts of an object that an applier decides. */
function toJson({ status: _status, ...object }: KubernetesObject): JsonObject {
  return jsonObjectSchema.parse(JSON.parse(JSON.stringify(object)));
}

function withLastApplied(target: JsonObject): JsonObject {
  const metadata = isJsonObject(target.metadata) ? target.metadata : {};
  const annotations = isJsonObject(metadata.annotations)
    ? metadata.annotations
    : {};
  const { [lastApplied]: _own, ...kept } = annotations;
  const wanted: JsonObject = {
    ...target,
    metadata: { ...metadata, annotations: kept },
  };
  return {
    ...wanted,
    metadata: {
      ...metadata,
      annotations: { ...kept, [lastApplied]: `${JSON.stringify(wanted)}\n` },
    },
  };
}

const builtInGroups = ['', 'apps', 'batch', 'autoscaling', 'networking.k8s.io'];

/** What would be in the cluster after `target` was applied; without `live`, what would be made. */
export function predictLive(
  target: KubernetesObject,
  live?: KubernetesObject,
): JsonObject {
  const wanted = withLastApplied(toJson(target));
  if (!live) return wanted;
  return mergeThreeWay(readLastApplied(live), wanted, toJson(live), {
    listsByItem: builtInGroups.includes(refOf(target).group),
  });
}

const escape = (name: string) => name.replace(/~/g, '~0').replace(/\//g, '~1');

/** Would an apply change what is in the cluster? (gitops-engine pkg/diff, three-way) */
export function isModified(
  target: KubernetesObject,
  live: KubernetesObject,
  ignored: readonly Pointer[] = [],
): boolean {
  const [predicted, current] = [predictLive(target, live), toJson(live)].map(
    object =>
      [`/metadata/annotations/${escape(lastApplied)}`, ...ignored].reduce(
        removeAt,
        object,
      ),
  );
  return !isSameJson(predicted, current);
}

const unescape = (name: string) => name.replace(/~1/g, '/').replace(/~0/g, '~');

function removeAt(object: JsonObject, pointer: Pointer): JsonObject {
  return removePath(object, pointer.split('/').slice(1).map(unescape));
}

function removePath(
  object: JsonObject,
  [key, ...rest]: readonly string[],
): JsonObject {
  const inner = key === undefined ? undefined : object[key];
  if (inner === undefined) return object;
  if (rest.length === 0) {
    const { [key]: _removed, ...kept } = object;
    return kept;
  }
  return isJsonObject(inner)
    ? { ...object, [key]: removePath(inner, rest) }
    : object;
}
