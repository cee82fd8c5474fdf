import { randomUUID } from 'node:crypto';
import { JsonObject } from '@gitops-ml/core';
import { isSameJson } from '../json/isSameJson';
import { Clock, formatTime } from '../clock/Clock';
import { mergeJson } from '../json/mergeJson';
import { checkImmutable } from './checkImmutable';
import { checkName } from './checkName';
import { ClusterEvent, ClusterStore, ListOptions } from './ClusterStore';
import { parseObject } from './contract';
import { EventQueue } from './EventQueue';
import { freeze } from './freeze';
import { generateName } from './generateName';
import { Kind, kindOf, KindName, kinds, readKind } from './kinds';
import { KubernetesObject } from './KubernetesObject';
import { prepareNew, prepareStatus, prepareUpdate } from './prepareObject';
import { alreadyExists, notFound } from './refusals';
import { StatusError } from './StatusError';

/** All that a store knows. */
export interface ClusterContent {
  resourceVersion: number;
  objects: KubernetesObject[];
}

const keyOf = (namespace: string | undefined, name: string) =>
  `${namespace ?? ''}/${name}`;

/** A cluster's objects in memory. */
export class MemoryStore implements ClusterStore {
  readonly #clock: Clock;
  readonly #objects = new Map<KindName, Map<string, KubernetesObject>>(
    kinds.map(kind => [kind.name, new Map()]),
  );
  readonly #events = new EventQueue();
  #version: number;

  constructor(clock: Clock, content: ClusterContent) {
    this.#clock = clock;
    this.#version = content.resourceVersion;
    for (const object of content.objects) {
      const { namespace, name } = object.metadata;
      const table = this.#table(readKind(object).name);
      table.set(keyOf(namespace, name), freeze(object));
    }
  }

  get resourceVersion(): string {
    return String(this.#version);
  }

  get content(): ClusterContent {
    const objects = [...this.#objects.values()].flatMap(table => [
      ...table.values(),
    ]);
    return { resourceVersion: this.#version, objects };
  }

  get(kind: KindName, namespace: string | undefined, name: string) {
    return this.#table(kind).get(keyOf(namespace, name));
  }

  list(kind: KindName, { namespace, labels = {} }: ListOptions = {}) {
    const wanted = Object.entries(labels);
    return [...this.#table(kind)]
      .filter(
        ([, { metadata }]) =>
          (namespace === undefined || metadata.namespace === namespace) &&
          wanted.every(([key, value]) => metadata.labels?.[key] === value),
      )
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([, object]) => object);
  }

  create(object: KubernetesObject): KubernetesObject {
    const given = parseObject(object);
    const kind = readKind(given);
    const { namespace } = given.metadata;
    const name = generateName(given.metadata);
    this.#checkPlace(kind, namespace);
    checkName(kind, name);
    if (this.get(kind.name, namespace, name)) throw alreadyExists(kind, name);
    const named = { ...given, metadata: { ...given.metadata, name } };
    const born = {
      uid: randomUUID(),
      creationTimestamp: formatTime(this.#clock.now()),
    };
    return this.#store('ADDED', kind, prepareNew(kind, named, born));
  }

  update(object: KubernetesObject): KubernetesObject {
    const given = parseObject(object);
    const kind = readKind(given);
    const before = this.#find(kind, given);
    const after = prepareUpdate(kind, before, given);
    checkImmutable(kind, before, after);
    return this.#change(kind, before, after);
  }

  updateStatus(object: KubernetesObject): KubernetesObject {
    const given = parseObject(object);
    const kind = readKind(given);
    if (!kind.hasStatus) {
      const message = `${kind.resource} have no status subresource: update the object`;
      throw new StatusError('NotFound', message);
    }
    const before = this.#find(kind, given);
    return this.#change(kind, before, prepareStatus(kind, before, given));
  }

  patch(
    kindName: KindName,
    namespace: string | undefined,
    name: string,
    mergePatch: JsonObject,
    { subresource }: { subresource?: 'status' } = {},
  ): KubernetesObject {
    const before = this.get(kindName, namespace, name);
    if (!before) throw notFound(kindOf(kindName), name);
    const patched = parseObject(mergeJson(before, mergePatch));
    const given = {
      ...patched,
      metadata: { ...patched.metadata, name, namespace },
    };
    return subresource === 'status'
      ? this.updateStatus(given)
      : this.update(given);
  }

  delete(
    kindName: KindName,
    namespace: string | undefined,
    name: string,
  ): void {
    const kind = kindOf(kindName);
    const before = this.get(kindName, namespace, name);
    if (!before) throw notFound(kind, name);
    if (!before.metadata.finalizers?.length) {
      this.#remove(kind, before);
    } else if (!before.metadata.deletionTimestamp) {
      const deletionTimestamp = formatTime(this.#clock.now());
      const metadata = { ...before.metadata, deletionTimestamp };
      this.#store('MODIFIED', kind, { ...before, metadata });
    }
  }

  watch(listener: (event: ClusterEvent) => void): () => void {
    return this.#events.add(listener);
  }

  #table(kind: KindName): Map<string, KubernetesObject> {
    const table = this.#objects.get(kind);
    if (!table) throw new Error(`no table for ${kind}`);
    return table;
  }

  #find(kind: Kind, { metadata }: KubernetesObject): KubernetesObject {
    const found = this.get(kind.name, metadata.namespace, metadata.name);
    if (!found) throw notFound(kind, metadata.name);
    return found;
  }

  #checkPlace(kind: Kind, namespace: string | undefined): void {
    if (!kind.namespaced && namespace === undefined) return;
    if (!kind.namespaced || namespace === undefined) {
      const message = kind.namespaced
        ? 'an empty namespace may not be set during creation'
        : `${kind.resource} have no namespace`;
      throw new StatusError('BadRequest', message);
    }
    const home = this.get('Namespace', undefined, namespace);
    if (!home) throw notFound(kindOf('Namespace'), namespace);
  }

  #change(
    kind: Kind,
    before: KubernetesObject,
    after: KubernetesObject,
  ): KubernetesObject {
    if (isSameJson(before, after)) return before;
    const { deletionTimestamp, finalizers } = after.metadata;
    if (!deletionTimestamp || finalizers?.length) {
      return this.#store('MODIFIED', kind, after);
    }
    return this.#remove(kind, after);
  }

  #store(
    type: 'ADDED' | 'MODIFIED',
    kind: Kind,
    object: KubernetesObject,
  ): KubernetesObject {
    const stored = this.#versioned(object);
    const { namespace, name } = stored.metadata;
    const table = this.#table(kind.name);
    const previous = table.get(keyOf(namespace, name));
    table.set(keyOf(namespace, name), stored);
    this.#events.tell({ type, object: stored, previous });
    return stored;
  }

  #remove(kind: Kind, object: KubernetesObject): KubernetesObject {
    const { namespace, name, uid } = object.metadata;
    const last = this.#versioned(object);
    const table = this.#table(kind.name);
    const previous = table.get(keyOf(namespace, name));
    table.delete(keyOf(namespace, name));
    this.#events.tell({ type: 'DELETED', object: last, previous });
    const isDependant = ({ metadata }: KubernetesObject) =>
      metadata.ownerReferences?.some(owner => owner.uid === uid) ||
      (kind.name === 'Namespace' && metadata.namespace === name);
    for (const dependant of this.content.objects.filter(isDependant)) {
      this.#removeDependant(dependant);
    }
    return last;
  }

  /** It may have gone meanwhile, as a dependant of a dependant. */
  #removeDependant(object: KubernetesObject): void {
    const { name: kind } = readKind(object);
    const { namespace, name } = object.metadata;
    if (this.get(kind, namespace, name)) this.delete(kind, namespace, name);
  }

  #versioned(object: KubernetesObject): KubernetesObject {
    this.#version += 1;
    const resourceVersion = String(this.#version);
    const metadata = { ...object.metadata, resourceVersion };
    return freeze({ ...object, metadata });
  }
}
