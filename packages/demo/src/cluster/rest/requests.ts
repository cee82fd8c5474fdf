import { IncomingMessage, ServerResponse } from 'node:http';
import { Clock } from '../../clock/Clock';
import { ClusterStore } from '../ClusterStore';
import { Kind } from '../kinds';
import { EventLog } from './EventLog';
import { ListPages } from './ListPages';
import { ResourcePath } from './parsePath';
import { ClusterAccount } from './Rights';

/** What objects are read from, and watched by. */
export interface ClusterParts {
  store: ClusterStore;
  log: EventLog;
  pages: ListPages;
  clock: Clock;
}

/** A request about a resource, by somebody known. */
export interface ResourceRequest {
  request: IncomingMessage;
  response: ServerResponse;
  account: ClusterAccount;
  path: ResourcePath;
  query: URLSearchParams;
}

/** A request about a kind that the cluster keeps, by somebody who may ask it. */
export interface KindRequest extends ResourceRequest {
  kind: Kind;
  verb: string;
}
