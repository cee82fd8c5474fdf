import { z } from 'zod/v4';
import { ClusterStore } from '../../cluster/ClusterStore';
import { parseObject } from '../../cluster/contract';
import { kindOf, KindName } from '../../cluster/kinds';
import { KubernetesObject } from '../../cluster/KubernetesObject';
import { SIMULATED_ANNOTATION } from '../../cluster/prepareObject';
import { Metadata } from '../contract';
import { ObjectStore } from './ObjectStore';

/** Where Argo CD keeps its own objects. */
const namespace = 'argocd';

interface StoredObject {
  metadata: Metadata;
  spec: unknown;
  status?: unknown;
}

/** The objects of one kind, as objects of a cluster: whoever reads that sees them too. */
export class ClusterObjectStore<T extends StoredObject>
  implements ObjectStore<T>
{
  constructor(
    private readonly cluster: ClusterStore,
    private readonly kind: KindName,
    private readonly schema: z.ZodType<T>,
  ) {}

  get(name: string): T | undefined {
    const object = this.cluster.get(this.kind, namespace, name);
    return object && this.#read(object);
  }

  list(): T[] {
    return this.cluster
      .list(this.kind, { namespace })
      .map(object => this.#read(object));
  }

  async create(object: T): Promise<T | undefined> {
    const { name } = object.metadata;
    if (this.cluster.get(this.kind, namespace, name)) return undefined;
    this.cluster.create(this.#write(object));
    this.#writeStatus(object);
    return this.get(name);
  }

  async update(object: T): Promise<T> {
    const { resourceVersion: _version, ...metadata } = object.metadata;
    this.cluster.update(this.#write({ ...object, metadata }));
    this.#writeStatus(object);
    return this.get(object.metadata.name) ?? object;
  }

  async delete(name: string): Promise<void> {
    if (!this.cluster.get(this.kind, namespace, name)) return;
    this.cluster.delete(this.kind, namespace, name);
  }

  /** The cluster writes by itself. */
  async settle(): Promise<void> {}

  #writeStatus(object: T): void {
    const { hasStatus } = kindOf(this.kind);
    if (!hasStatus || object.status === undefined) return;
    const { name } = object.metadata;
    this.cluster.updateStatus(this.#write({ ...object, metadata: { name } }));
  }

  #write(object: T): KubernetesObject {
    const { apiVersion } = kindOf(this.kind);
    return parseObject({
      ...JSON.parse(JSON.stringify(object)),
      apiVersion,
      kind: this.kind,
      metadata: { ...object.metadata, namespace },
    });
  }

  /** The API's answers have no kind, and not the mark that this is a demo. */
  #read({
    apiVersion: _apiVersion,
    kind: _kind,
    ...object
  }: KubernetesObject): T {
    const { annotations = {}, ...metadata } = object.metadata;
    const { [SIMULATED_ANNOTATION]: _mark, ...given } = annotations;
    return this.schema.parse({
      ...object,
      metadata: {
        ...metadata,
        ...(Object.keys(given).length > 0 && { annotations: given }),
      },
    });
  }
}
