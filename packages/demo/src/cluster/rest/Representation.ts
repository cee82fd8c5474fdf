import { Kind } from '../kinds';
import { KubernetesObject } from '../KubernetesObject';
import { StatusError } from '../StatusError';
import {
  describeMetadata,
  describeTable,
  IncludeObject,
} from './table/describeTable';

/** What a client wants objects to be answered as. */
export type Representation =
  | { as: 'objects' }
  | { as: 'metadata' }
  | { as: 'table'; include: IncludeObject };

const accepted = ['application/json', 'application/*', '*/*'];

/** What of `Accept` this cluster can give: JSON as it is, as a Table or as metadata alone. */
function readRange(range: string): string | undefined {
  const [type, ...parameters] = range.split(';').map(part => part.trim());
  if (!accepted.includes(type.toLowerCase())) return undefined;
  const read = (name: string) =>
    parameters
      .find(parameter => parameter.startsWith(`${name}=`))
      ?.slice(name.length + 1);
  const as = read('as');
  if (as === undefined) return 'objects';
  return read('g') === 'meta.k8s.io' && read('v') === 'v1' ? as : undefined;
}

const names = new Map<string, Representation['as']>([
  ['objects', 'objects'],
  ['Table', 'table'],
  ['PartialObjectMetadata', 'metadata'],
  ['PartialObjectMetadataList', 'metadata'],
]);

function readInclude(text: string | null): IncludeObject {
  if (text === 'None' || text === 'Object') return text;
  if (text === null || text === '' || text === 'Metadata') return 'Metadata';
  throw new StatusError(
    'BadRequest',
    `Invalid value: "${text}": must be 'Metadata', 'Object', 'None', or empty`,
  );
}

/** The first of what a client accepts that can be given. NotAcceptable where nothing is. */
export function chooseRepresentation(
  accept: string | undefined,
  query: URLSearchParams,
): Representation {
  const as = (accept || '*/*')
    .split(',')
    .map(range => names.get(readRange(range) ?? ''))
    .find(Boolean);
  if (as === 'table') {
    return { as, include: readInclude(query.get('includeObject')) };
  }
  if (as) return { as };
  throw new StatusError(
    'NotAcceptable',
    'only the following media types are accepted: application/json',
  );
}

/** One object, as it is wanted. */
export function representObject(
  representation: Representation,
  kind: Kind,
  object: KubernetesObject,
  now: number,
): object {
  if (representation.as === 'objects') return object;
  if (representation.as === 'metadata') return describeMetadata(object);
  const { resourceVersion } = object.metadata;
  const { include } = representation;
  const metadata = { resourceVersion };
  return describeTable(kind, [object], { metadata, include, now });
}

/** In a list of a built-in kind the items don't repeat their kind. */
function toItem(kind: Kind, object: KubernetesObject): object {
  if (kind.group === 'argoproj.io') return object;
  const { kind: _kind, apiVersion: _apiVersion, ...item } = object;
  return item;
}

/** A list of objects, as it is wanted. */
export function representList(
  representation: Representation,
  kind: Kind,
  objects: readonly KubernetesObject[],
  { metadata, now }: { metadata: object; now: number },
): object {
  if (representation.as === 'table') {
    const { include } = representation;
    return describeTable(kind, objects, { metadata, include, now });
  }
  const isMetadata = representation.as === 'metadata';
  return {
    kind: isMetadata ? 'PartialObjectMetadataList' : `${kind.name}List`,
    apiVersion: isMetadata ? 'meta.k8s.io/v1' : kind.apiVersion,
    metadata,
    items: objects.map(object =>
      isMetadata ? describeMetadata(object) : toItem(kind, object),
    ),
  };
}
