import { z } from 'zod/v4';
import { ClusterStore } from '../../cluster/ClusterStore';
import { KubernetesObject } from '../../cluster/KubernetesObject';
import {
  LiveSpec,
  liveSpecSchema,
  LiveStatus,
  liveStatusSchema,
  Operation,
  operationSchema,
} from './operation/contract';

/** Where Argo CD's own objects are. */
const argoNamespace = 'argocd';

const schema = z.looseObject({
  spec: liveSpecSchema,
  status: liveStatusSchema.prefault({}),
  operation: operationSchema.optional(),
});

/** An Application as its controller reads it. */
export interface LiveApplication {
  name: string;
  annotations: Record<string, string>;
  isDeleted: boolean;
  finalizers: readonly string[];
  spec: LiveSpec;
  status: LiveStatus;
  operation?: Operation;
  /** As it is stored. */
  object: KubernetesObject;
}

/** The Application of a name; nothing where there is none, or none with a single source. */
export function readApplication(
  store: ClusterStore,
  name: string,
): LiveApplication | undefined {
  const object = store.get('Application', argoNamespace, name);
  const parsed = schema.safeParse(object);
  if (!object || !parsed.success) return undefined;
  const {
    annotations = {},
    finalizers = [],
    deletionTimestamp,
  } = object.metadata;
  return {
    name,
    annotations,
    finalizers,
    isDeleted: deletionTimestamp !== undefined,
    ...parsed.data,
    object,
  };
}

/** Without what is `undefined`. */
const toPlain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

/** What the controller changes of an Application. */
interface Changes {
  status: LiveStatus;
  /** `undefined` ends it. */
  operation: Operation | undefined;
}

/** Writes status and operation. @returns the Application as it is then */
export function writeApplication(
  store: ClusterStore,
  { object, name }: LiveApplication,
  { status, operation }: Changes,
): LiveApplication | undefined {
  const { operation: _before, ...rest } = object;
  store.update({
    ...rest,
    status: z.record(z.string(), z.json()).parse(toPlain(status)),
    ...(operation && { operation }),
  });
  return readApplication(store, name);
}
