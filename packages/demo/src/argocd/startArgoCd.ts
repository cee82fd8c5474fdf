import fs from 'node:fs/promises';
import path from 'node:path';
import { Clock } from '../clock/Clock';
import { createSystemClock } from '../clock/createSystemClock';
import { ClusterStore } from '../cluster/ClusterStore';
import {
  FaultyServer,
  listenWithFaults,
  ServerFault,
} from '../http/FaultyServer';
import { serve } from '../http/serve';
import { Accounts, ArgoCdAccount } from './accounts/Accounts';
import { createApplicationRoutes } from './api/applications';
import { createApplicationSetRoutes } from './api/applicationSets';
import { createClusterRoutes } from './api/clusters';
import { createDetailRoutes } from './api/details';
import { createOperationRoutes } from './api/operations';
import { createProjectRoutes } from './api/projects';
import { createRepositoryRoutes } from './api/repositories';
import { createResourceRoutes } from './api/resources';
import { createSessionRoutes } from './api/session';
import { ApplicationSetController } from './ApplicationSetController';
import { ArgoCd } from './ArgoCd';
import { Context } from './Context';
import { createLive } from './live/createLive';
import { RepositoryReader } from './git/RepositoryReader';
import { Enforcer } from './rbac/Enforcer';
import { leastRole } from './rbac/leastRole';
import { ArgoCdCluster } from './spec/clusters';
import { loadIdentity } from './store/Identity';
import { openStores } from './store/openStores';

/** How to start an Argo CD API. @public */
export interface ArgoCdOptions {
  /** Everything this Argo CD knows lies in here. */
  directory: string;
  /** 0 takes a free one. */
  port: number;
  /** Who may ask; what they may do says `policy`. */
  accounts: ArgoCdAccount[];
  /** Lines of Argo CD's policy.csv beside the built-in ones; default `leastRole`. */
  policy?: string;
  /** Default: `in-cluster` only. */
  clusters?: ArgoCdCluster[];
  /** Host names of forges that are not this machine. */
  forgeHosts?: string[];
  /** Milliseconds between two looks at the repositories; default 5000, longer where there are more than 20. A webhook looks at once. */
  refreshMs?: number;
  /** The cluster `in-cluster`. Without it applications are kept, and not deployed. */
  store?: ClusterStore;
  /** The time by which that is done; default the machine's. */
  clock?: Clock;
  /** Milliseconds between two waves of a sync; default 2000. */
  waveDelayMs?: number;
  /** Told of what went wrong while answering; the asker gets a 500. */
  onError: (error: unknown) => void;
}

/** @public */
export interface RunningArgoCd extends Omit<FaultyServer, 'setFault'> {
  /** Makes it fail, until it is told `undefined`. */
  setFault(fault: ServerFault | 'token-expired' | undefined): Promise<void>;
  /** A token of one of the accounts that never ends. */
  createToken(account: string): string;
  /** Changes what the accounts may do from now on. */
  setPolicy(policy: string): void;
  /** Whether it looks at the repositories by itself and when it is told of a push; else `look` alone does. */
  setPolling(isOn: boolean): void;
  /** Looks at all repositories, as after a push. @returns when that has been done */
  look(): Promise<void>;
  /** Ends when nothing is being worked on: what is planned waits for the clock. */
  settled(): Promise<void>;
}

const defaultRefreshMs = 5000;

const inCluster: ArgoCdCluster = {
  name: 'in-cluster',
  server: 'https://kubernetes.default.svc',
};

/**
 * Starts an Argo CD API on loopback that answers until it is closed: as Argo CD
 * 3.2 answers about projects, applications, ApplicationSets and repositories.
 * ApplicationSets are expanded against the forge, and with a `store` Applications are deployed to it.
 * @public
 */
export async function startArgoCd(
  options: ArgoCdOptions,
): Promise<RunningArgoCd> {
  const context = await createContext(options);
  const controller = new ApplicationSetController(
    context,
    options.refreshMs ?? defaultRefreshMs,
    options.onError,
  );
  const { live } = context;
  const argoCd = new ArgoCd(context, controller, [
    ...createProjectRoutes(context),
    ...createApplicationRoutes(context),
    ...(live ? createOperationRoutes(context, live) : []),
    ...(live ? createResourceRoutes(context, live) : []),
    ...(live ? createDetailRoutes(context, live) : []),
    ...createApplicationSetRoutes(context, controller),
    ...createRepositoryRoutes(context),
    ...createClusterRoutes(context),
    ...createSessionRoutes(context),
  ]);
  const server = await listenWithFaults(options.port, () =>
    serve((...args) => argoCd.handle(...args), options.onError),
  );
  controller.start();
  live?.controller.start();
  const settled = async () => {
    await controller.settled();
    await live?.controller.settled();
  };
  return {
    ...server,
    settled,
    setPolling(isOn) {
      controller.polling.setHeld(!isOn);
      live?.controller.polling.setHeld(!isOn);
    },
    async look() {
      controller.refreshAll();
      await controller.settled();
      live?.controller.refreshAll('normal');
      await settled();
    },
    createToken: account => context.accounts.createToken(account),
    setPolicy: policy => context.enforcer.setPolicy(policy),
    async setFault(fault) {
      context.accounts.setExpired(fault === 'token-expired');
      await server.setFault(fault === 'token-expired' ? undefined : fault);
      // A stream asks for the token only as it begins.
      if (fault === 'token-expired') argoCd.endStreams();
    },
    async close() {
      await server.close();
      await controller.close();
      await live?.controller.close();
      await settle(context);
    },
  };
}

async function createContext(options: ArgoCdOptions): Promise<Context> {
  const { directory, accounts, clusters = [inCluster] } = options;
  // Copies: one that a process left half-way when it was killed would stay so.
  const repositories = path.join(directory, 'git');
  await fs.rm(repositories, { recursive: true, force: true });
  await fs.mkdir(repositories, { recursive: true, mode: 0o700 });
  const { store, clock = createSystemClock() } = options;
  const context: Context = {
    ...(await openStores(directory, store)),
    clusters,
    accounts: new Accounts(accounts, await loadIdentity(directory)),
    enforcer: new Enforcer(options.policy ?? leastRole),
    reader: new RepositoryReader(repositories, options.forgeHosts ?? []),
    clock,
  };
  if (store) {
    const { refreshMs = defaultRefreshMs, waveDelayMs, onError } = options;
    context.live = createLive(context, {
      store,
      clock,
      refreshMs,
      waveDelayMs,
      onError,
    });
  }
  return context;
}

async function settle(context: Context): Promise<void> {
  await Promise.all([
    context.projects.settle(),
    context.applications.settle(),
    context.applicationSets.settle(),
    context.repositories.settle(),
  ]);
}
