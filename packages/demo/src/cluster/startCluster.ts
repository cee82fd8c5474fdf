import { Clock } from '../clock/Clock';
import { FaultyServer, listenWithFaults } from '../http/FaultyServer';
import { serve } from '../http/serve';
import { ClusterStore } from './ClusterStore';
import { loadCertificate } from './file/loadCertificate';
import { openClusterStore } from './openClusterStore';
import { ClusterApi } from './rest/ClusterApi';
import { EventLog } from './rest/EventLog';
import { ListPages } from './rest/ListPages';
import { ResourceApi } from './rest/ResourceApi';
import { ClusterAccount } from './rest/Rights';

/** How to start a cluster. */
export interface ClusterOptions {
  /** Everything this cluster knows lies in here. */
  directory: string;
  /** 0 takes a free one. */
  port: number;
  /** The time of its objects. */
  clock: Clock;
  /** The time by which watches end; default `clock`. */
  connectionClock?: Clock;
  /** Who may ask, and what they may do. */
  tokens: ClusterAccount[];
  /** Told of what went wrong while answering or writing; an asker gets a 500. */
  onError: (error: unknown) => void;
  /** How many changes a watch can be behind; default 2000. */
  historySize?: number;
}

/** A cluster that answers on loopback. */
export interface RunningCluster extends FaultyServer {
  store: ClusterStore;
  /** In PEM, signed by itself: it answers https at the same port. */
  certificate: string;
  /** Forgets which changes were made: running watches end with `410 Expired`. */
  compact(): void;
}

const DEFAULT_HISTORY = 2000;

/**
 * Starts a cluster on loopback that answers as Kubernetes 1.34 does, for the
 * kinds of `kinds.ts`: get, list, watch, create, update, merge patch, delete and
 * what it may do (SelfSubjectAccessReview). It neither gives defaults nor checks specs by schema.
 */
export async function startCluster(
  options: ClusterOptions,
): Promise<RunningCluster> {
  const { onError, tokens, historySize = DEFAULT_HISTORY } = options;
  const { connectionClock: clock = options.clock } = options;
  const tls = await loadCertificate(options.directory);
  const cluster = await openClusterStore(options);
  const { store } = cluster;
  const log = new EventLog(store, historySize);
  const pages = new ListPages();
  const api = new ClusterApi(
    tokens,
    new ResourceApi({ store, log, clock, pages }),
  );
  const server = await listenWithFaults(
    options.port,
    () => serve((...args) => api.handle(...args), onError),
    tls,
  ).catch(async error => {
    await cluster.close();
    throw error;
  });
  return {
    ...server,
    store,
    certificate: tls.certificate,
    compact: () => log.compact(),
    async close() {
      await server.close();
      log.close();
      await cluster.close();
    },
  };
}
