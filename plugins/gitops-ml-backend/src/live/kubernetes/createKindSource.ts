import { LiveAnswer, LiveFailure } from '../LiveAnswer';
import { ListWatchSource, WatchEvent } from '../ListWatch';
import {
  bookmarkSchema,
  liveObjectSchema,
  LiveObject,
  listSchema,
  statusSchema,
  watchLineSchema,
} from './contract';
import { describeRefusal } from './describeRefusal';
import { KubernetesHttp } from './KubernetesHttp';
import { LiveKind, pathOfKind } from './kinds';

const PAGE = 500;
/** Of a cluster with more, each namespace is read by itself. */
const MAX_OBJECTS = 50_000;
const PROBE_MS = 5000;
/** How long one watch lasts. Its end comes from the server: the proxy does not pass on that a client went. */
const WATCH_SECONDS = 240;
/** Beyond that, the end got lost on the way. */
const WATCH_MS = (WATCH_SECONDS + 15) * 1000;

/** How objects of one kind are told apart. */
const keyOfObject = ({ metadata }: LiveObject) =>
  `${metadata.namespace ?? ''}/${metadata.name}`;

/** The objects of one kind in a cluster, or in one namespace of it. */
export function createKindSource(options: {
  http: KubernetesHttp;
  cluster: string;
  kind: LiveKind;
  namespace?: string;
  /** Which are kept; the others cost no memory. */
  isWanted?: (object: LiveObject) => boolean;
}): ListWatchSource<LiveObject> {
  const { http, cluster, kind, isWanted = () => true } = options;
  const path = pathOfKind(kind, options.namespace);
  const complete = (object: RawObject) =>
    withoutManagedFields({
      ...object,
      apiVersion: kind.apiVersion,
      kind: kind.kind,
    });
  const page = (query: Record<string, string>, more: object = {}) =>
    http.send({
      cluster,
      path: `${path}?${new URLSearchParams(query)}`,
      schema: listSchema,
      ...more,
    });
  return {
    keyOf: keyOfObject,
    versionOf: ({ metadata }) => metadata.resourceVersion,
    async list(signal) {
      const items: LiveObject[] = [];
      let next: string | undefined;
      for (let seen = 0; seen < MAX_OBJECTS; ) {
        const query = { limit: String(PAGE), ...(next && { continue: next }) };
        const answer = await page(query, { signal });
        if (!answer.ok) return noKind(answer);
        const { metadata, items: part } = answer.value;
        items.push(...(part ?? []).map(complete).filter(isWanted));
        seen += part?.length ?? 0;
        next = metadata.continue;
        if (!next) {
          const { resourceVersion } = metadata;
          return { ok: true, value: { items, resourceVersion } };
        }
      }
      return tooMany(kind);
    },
    async *watch(resourceVersion, signal) {
      const query = new URLSearchParams({
        watch: 'true',
        allowWatchBookmarks: 'true',
        resourceVersion,
        timeoutSeconds: String(WATCH_SECONDS),
      });
      const lines = http.stream({
        cluster,
        path: `${path}?${query}`,
        schema: watchLineSchema,
        signal: AbortSignal.any([signal, AbortSignal.timeout(WATCH_MS)]),
      });
      for await (const line of lines) {
        yield line.ok ? readEvent(line.value, complete, isWanted) : line;
      }
    },
    async probe(signal) {
      return noKind(
        await page({ limit: '1' }, { signal, timeoutMs: PROBE_MS }),
      );
    },
  };
}

function tooMany({ plural }: LiveKind): { ok: false; failure: LiveFailure } {
  const message = `there are more than ${MAX_OBJECTS} ${plural}`;
  return { ok: false, failure: { kind: 'too-many', message } };
}

/** A cluster without the kind (no Argo Rollouts there) has no such objects; it may come. */
function noKind<T>(answer: LiveAnswer<T>): LiveAnswer<T | EmptyList> {
  return !answer.ok && answer.failure.kind === 'absent'
    ? { ok: true, value: { items: [], resourceVersion: undefined } }
    : answer;
}

interface EmptyList {
  items: never[];
  resourceVersion: undefined;
}

type RawObject = ReturnType<typeof liveObjectSchema.parse>;

/** A line of a watch (apimachinery, watch.Event); an unwanted object only moves the place in the stream. */
function readEvent(
  { type, object }: { type: string; object?: unknown },
  complete: (object: RawObject) => LiveObject,
  isWanted: (object: LiveObject) => boolean,
): LiveAnswer<WatchEvent<LiveObject>> {
  if (type === 'ERROR') {
    const status = statusSchema.safeParse(object);
    const code = status.success ? status.data.code ?? 500 : 500;
    return {
      ok: false,
      failure: describeRefusal(code, JSON.stringify(object)),
    };
  }
  const place = bookmarkSchema.safeParse(object);
  const resourceVersion = place.data?.metadata.resourceVersion;
  const bookmark = { type: 'bookmark' as const, resourceVersion };
  if (type === 'BOOKMARK') return { ok: true, value: bookmark };
  const parsed = liveObjectSchema.safeParse(object);
  if (!parsed.success) {
    const message = `an event of the watch has no object (${type})`;
    return { ok: false, failure: { kind: 'gone', message } };
  }
  const found = complete(parsed.data);
  if (!isWanted(found)) return { ok: true, value: bookmark };
  const change = type === 'DELETED' ? ('delete' as const) : ('set' as const);
  return { ok: true, value: { type: change, object: found, resourceVersion } };
}

/** They are half of an object, and nobody reads them. */
function withoutManagedFields(object: LiveObject): LiveObject {
  const { managedFields: _, ...metadata } = object.metadata;
  return { ...object, metadata };
}
