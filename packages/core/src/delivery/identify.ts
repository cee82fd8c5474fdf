import { isRecord } from '../reading/isRecord';
import { Problem } from '../reading/Problem';
import { ObjectSource } from './Fields';
import { ObjectPlace } from './KubernetesObject';
import { Metadata } from './readMetadata';

interface Spot {
  /** Which one of the objects it is. */
  position: number;
  place: ObjectPlace | undefined;
}

interface Identified {
  identity: Pick<Metadata, 'apiVersion' | 'kind' | 'name' | 'namespace'>;
  record: Record<string, unknown>;
  source: ObjectSource;
}

const LONGEST_NAME = 253;

/** Who an object says to be; a problem where it is none. */
export function identify(
  object: unknown,
  { position, place }: Spot,
): Identified | { problem: Problem } {
  const path = `objects[${position}]`;
  const refuse = (key: string, where: string, expected: string) => ({
    problem: {
      code: 'invalid-shape' as const,
      severity: 'error' as const,
      path: place?.path ?? path,
      ...place?.locate(key === '' ? [] : key.split('.')),
      args: { where, expected },
    },
  });
  if (!isRecord(object)) return refuse('', path, 'a Kubernetes object');
  const apiVersion = takeName(object.apiVersion);
  const kind = takeName(object.kind);
  if (apiVersion === undefined) {
    return refuse(
      'apiVersion',
      `apiVersion of ${path}`,
      'the version of an API',
    );
  }
  if (kind === undefined) {
    return refuse('kind', `kind of ${path}`, 'the kind of an object');
  }
  const metadata = isRecord(object.metadata) ? object.metadata : {};
  const name = takeName(metadata.name);
  if (name === undefined) {
    const where = `metadata.name of ${kind} ${path}`;
    return refuse('metadata.name', where, 'the name of an object');
  }
  const namespace = metadata.namespace ?? 'default';
  const named = takeName(namespace);
  if (named === undefined) {
    const where = `metadata.namespace of ${kind} ${name}`;
    return refuse('metadata.namespace', where, 'the name of a namespace');
  }
  return {
    identity: { apiVersion, kind, name, namespace: named },
    record: object,
    source: {
      subject: `${kind} ${named}/${name}`,
      path: `${kind}/${named}/${name}`,
      place,
      problems: [],
    },
  };
}

function takeName(value: unknown): string | undefined {
  return typeof value === 'string' &&
    /^\S+$/.test(value) &&
    value.length <= LONGEST_NAME
    ? value
    : undefined;
}
