import { Kind } from '../../kinds';
import { KubernetesObject } from '../../KubernetesObject';
import { columnsOf } from './columnsOf';
import { Fields } from './Fields';

const META = 'meta.k8s.io/v1';

/** How much of an object goes with its row. */
export type IncludeObject = 'None' | 'Metadata' | 'Object';

/** What of an object is nobody's content (PartialObjectMetadata). */
export function describeMetadata({ metadata }: KubernetesObject): object {
  return { kind: 'PartialObjectMetadata', apiVersion: META, metadata };
}

function describeObject(
  object: KubernetesObject,
  include: IncludeObject,
): object {
  if (include === 'None') return {};
  return {
    object: include === 'Object' ? object : describeMetadata(object),
  };
}

interface TableOptions {
  /** Of a list: its version, and where it goes on. */
  metadata: object;
  include: IncludeObject;
  now: number;
}

/** Objects of one kind as the columns that kubectl prints. */
export function describeTable(
  kind: Kind,
  objects: readonly KubernetesObject[],
  { metadata, include, now }: TableOptions,
): object {
  const columns = columnsOf(kind);
  return {
    kind: 'Table',
    apiVersion: META,
    metadata,
    columnDefinitions: columns.map(({ name, type, format, priority }) => ({
      name,
      type,
      format,
      description: '',
      priority,
    })),
    rows: objects.map(object => {
      const fields = new Fields(object);
      return {
        cells: columns.map(({ read }) => read(fields, now)),
        ...describeObject(object, include),
      };
    }),
  };
}
