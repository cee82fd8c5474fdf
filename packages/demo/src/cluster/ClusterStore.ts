import { JsonObject } from '@gitops-ml/core';
import { KindName } from './kinds';
import { KubernetesObject } from './KubernetesObject';

/** What happened to an object. Of a deleted one its last state, with the version of the deletion. */
export interface ClusterEvent {
  type: 'ADDED' | 'MODIFIED' | 'DELETED';
  object: KubernetesObject;
  /** What it was before; `undefined` where it is new. */
  previous?: KubernetesObject;
}

/** Which objects of a kind; no field asks for all. */
export interface ListOptions {
  namespace?: string;
  /** Labels that an object must have, each with this value. */
  labels?: Record<string, string>;
}

/** The objects of one cluster. Each refusal is a `StatusError`. */
export interface ClusterStore {
  get(
    kind: KindName,
    namespace: string | undefined,
    name: string,
  ): KubernetesObject | undefined;
  /** Sorted by namespace and name. */
  list(kind: KindName, options?: ListOptions): KubernetesObject[];
  /** AlreadyExists where the name is taken, NotFound where its namespace is. */
  create(object: KubernetesObject): KubernetesObject;
  /**
   * Conflict where the given resourceVersion is not the last one; without one
   * the last is taken. What changes nothing makes no event. The status is left
   * as it is where the kind has a status subresource.
   */
  update(object: KubernetesObject): KubernetesObject;
  /** The status alone. */
  updateStatus(object: KubernetesObject): KubernetesObject;
  /** A JSON merge patch (RFC 7396). */
  patch(
    kind: KindName,
    namespace: string | undefined,
    name: string,
    mergePatch: JsonObject,
    options?: { subresource?: 'status' },
  ): KubernetesObject;
  /**
   * With what belongs to it. An object with finalizers stays, marked by its
   * deletionTimestamp, until they are taken away.
   */
  delete(kind: KindName, namespace: string | undefined, name: string): void;
  /**
   * Tells of each change from now on, of all kinds, in their order; what a
   * listener changes is told after what it was told of.
   * @returns ends it
   */
  watch(listener: (event: ClusterEvent) => void): () => void;
  /** The version of the last change. */
  readonly resourceVersion: string;
}
