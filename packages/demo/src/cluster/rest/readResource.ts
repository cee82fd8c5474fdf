import { notFound } from '../refusals';
import { StatusError } from '../StatusError';
import { expired } from './EventLog';
import {
  chooseRepresentation,
  Representation,
  representList,
  representObject,
} from './Representation';
import { ClusterParts, KindRequest } from './requests';
import { parseSelection, Selection } from './selectObjects';
import { beginStream, sendJson } from './sendJson';
import { WatchStream } from './WatchStream';

function readNumber(query: URLSearchParams, key: string): number | undefined {
  const text = query.get(key);
  if (text === null || text === '') return undefined;
  if (/^\d{1,15}$/.test(text)) return Number(text);
  const message = `${key}: Invalid value: "${text}": strconv.ParseUint: parsing "${text}": invalid syntax`;
  throw new StatusError('BadRequest', message);
}

const readVersion = (query: URLSearchParams) =>
  readNumber(query, 'resourceVersion');

/** Answers get, list and watch. */
export function readResource(parts: ClusterParts, asked: KindRequest): void {
  const { kind, path, query, request, response, verb } = asked;
  const wanted = chooseRepresentation(request.headers.accept, query);
  const now = parts.clock.now();
  if (verb === 'get') {
    const { namespace, name = '' } = path;
    const object = parts.store.get(kind.name, namespace, name);
    if (!object) throw notFound(kind, name);
    sendJson(response, 200, representObject(wanted, kind, object, now));
    return;
  }
  const selection = parseSelection(kind.name, path, query);
  if (verb === 'watch') {
    startWatch(parts, asked, selection, wanted);
    return;
  }
  const { items, metadata } = list(parts, asked, selection);
  const answer = representList(wanted, kind, items, { metadata, now });
  sendJson(response, 200, answer);
}

function list(
  { store, pages }: ClusterParts,
  { kind, query }: KindRequest,
  selection: Selection,
) {
  const limit = readNumber(query, 'limit') ?? 0;
  const token = query.get('continue');
  if (token) {
    if (readVersion(query)) {
      const message =
        'specifying resource version is not allowed when using continue';
      throw new StatusError('BadRequest', message);
    }
    return pages.next(token, limit);
  }
  const { resourceVersion } = store;
  checkListVersion(Number(resourceVersion), query);
  const objects = store.list(kind.name).filter(selection);
  return pages.begin({ resourceVersion, objects }, limit);
}

/** The only state that can be listed is the last one. */
function checkListVersion(current: number, query: URLSearchParams): void {
  const asked = readVersion(query) ?? 0;
  const isExact = query.get('resourceVersionMatch') === 'Exact';
  if (isExact && asked < current) throw expired(asked, current);
  if (asked <= current) return;
  const message = `Too large resource version: ${asked}, current: ${current}`;
  throw new StatusError('Timeout', message, {
    causes: [
      {
        reason: 'ResourceVersionTooLarge',
        message: 'Too large resource version',
      },
    ],
  });
}

function startWatch(
  parts: ClusterParts,
  { kind, query, response }: KindRequest,
  selection: Selection,
  representation: Representation,
): void {
  if (query.has('sendInitialEvents')) {
    throw new StatusError(
      'Invalid',
      'ListOptions.meta.k8s.io "" is invalid: sendInitialEvents: Forbidden: sendInitialEvents is forbidden for watch unless the WatchList feature gate is enabled',
    );
  }
  const version = readVersion(query);
  const seconds = readNumber(query, 'timeoutSeconds');
  const watch = {
    kind,
    selection,
    representation,
    // 0 is any version that is at hand: what is there, then what comes.
    since: version === 0 ? undefined : version,
    bookmarks: /^(true|1)$/.test(query.get('allowWatchBookmarks') ?? ''),
    timeoutMs: seconds ? seconds * 1000 : undefined,
  };
  beginStream(response);
  new WatchStream(parts, watch, response).start();
}
