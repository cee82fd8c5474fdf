import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { startArgoCd } from './argocd/startArgoCd';
import { Clock } from './clock/Clock';
import { createStoryClock } from './clock/createStoryClock';
import { createSystemClock } from './clock/createSystemClock';
import { ClusterStore } from './cluster/ClusterStore';
import { formatKubeconfig } from './cluster/formatKubeconfig';
import { allRights, backstageRights } from './cluster/rest/Rights';
import { startCluster } from './cluster/startCluster';
import { startDvcRemote } from './dvcRemote/startDvcRemote';
import { WorldFaults } from './faults/WorldFaults';
import { startForge } from './forge/startForge';
import { Account } from './http/visitor';
import { createMeasure } from './rollouts/measure/createMeasure';
import { createTimeline, Timeline } from './createTimeline';
import { createObjectLoader } from './rollouts/measure/createObjectLoader';
import { startRollouts } from './rollouts/startRollouts';
import { startWorkloads } from './workloads/startWorkloads';

/** Who may write to the forge and to the DVC remote. @public */
export const worldAccount: Account = {
  username: 'demo',
  password: 'demo-password',
};

/** The forge's organisation. @public */
export const worldOrganisation = 'ml';

/** The name under which Backstage knows the world's Argo CD. @public */
export const worldArgoCdInstance = 'demo';

/** How to start the world. @public */
export interface WorldOptions {
  /** Everything the world knows lies in here. */
  directory: string;
  /** 0 takes a free one; what is committed names them. */
  ports: {
    forge: number;
    argocd: number;
    dvcRemote: number;
    cluster: number;
  };
  /** Told of each push, at `/api/events/http/gitea`. */
  backstageUrl: string;
  /** With it Backstage knows that it is the forge who tells. */
  webhookSecret: string;
  /** Told of what went wrong, and in which server. */
  onError: (
    server: 'forge' | 'argocd' | 'dvcRemote' | 'cluster',
    error: unknown,
  ) => void;
  /** The machine's time, where it is not the machine's. */
  clock?: Clock;
}

/** The servers around Backstage, until they are closed. @public */
export interface World {
  urls: { forge: string; argocd: string; dvcRemote: string; cluster: string };
  /** Of the account `backstage`, which may register repositories and no more. */
  argocdToken: string;
  /** Of Backstage, which may look at everything and act on Rollouts. */
  clusterToken: string;
  /** The cluster's objects. */
  store: ClusterStore;
  /** The time by which Argo CD and the cluster's controllers work. */
  timeline: Timeline;
  /** What can be made to fail while it runs. */
  faults: WorldFaults;
  /** Of the owner of this machine, who may do everything in the cluster. */
  kubeconfig: string;
  close(): Promise<void>;
}

interface Closable {
  close(): Promise<void>;
}

/** What works in the cluster: what Kubernetes runs itself, and Argo Rollouts. */
function startControllers(options: {
  store: ClusterStore;
  clock: Clock;
  dvcRemoteUrl: string;
  isSpoiled: () => boolean;
  onError: (error: unknown) => void;
}): Closable & { settled(): Promise<void> } {
  const { store, clock, isSpoiled, onError } = options;
  const load = createObjectLoader(options.dvcRemoteUrl);
  const measure = createMeasure({ store, load, isSpoiled });
  const workloads = startWorkloads({ store, clock, onError });
  const rollouts = startRollouts({ store, clock, measure, onError });
  return {
    settled: () => rollouts.settled(),
    async close() {
      rollouts.close();
      workloads.close();
      await rollouts.settled();
    },
  };
}

const createToken = () => randomBytes(24).toString('hex');

/** Starts one after the other; what was started is closed where a later one fails. */
async function startAll(
  started: Closable[],
  options: WorldOptions,
): Promise<Omit<World, 'close'>> {
  const { directory, ports, backstageUrl, webhookSecret, onError } = options;
  const machineClock = options.clock ?? createSystemClock();
  const clock = createStoryClock(machineClock);
  const keep = <T extends Closable>(server: T): T => {
    started.push(server);
    return server;
  };
  const dvcRemote = keep(
    await startDvcRemote({
      directory: path.join(directory, 'dvc-remote'),
      port: ports.dvcRemote,
      ...worldAccount,
      onError: error => onError('dvcRemote', error),
    }),
  );
  const clusterToken = createToken();
  const ownerToken = createToken();
  const cluster = keep(
    await startCluster({
      directory: path.join(directory, 'cluster'),
      port: ports.cluster,
      clock,
      connectionClock: machineClock,
      tokens: [
        { token: clusterToken, user: 'backstage', rules: backstageRights },
        { token: ownerToken, user: 'owner', rules: allRights },
      ],
      onError: error => onError('cluster', error),
    }),
  );
  const argocd = keep(
    await startArgoCd({
      directory: path.join(directory, 'argocd'),
      port: ports.argocd,
      store: cluster.store,
      clock,
      accounts: [
        { name: 'backstage' },
        { name: 'admin', password: worldAccount.password },
      ],
      onError: error => onError('argocd', error),
    }),
  );
  const forge = keep(
    await startForge({
      directory: path.join(directory, 'forge'),
      port: ports.forge,
      organisations: [worldOrganisation],
      account: worldAccount,
      systemHooks: [
        {
          url: `${backstageUrl}/api/events/http/gitea`,
          secret: webhookSecret,
        },
        { url: `${argocd.url}/api/webhook`, secret: '' },
      ],
      onError: error => onError('forge', error),
    }),
  );
  const { store } = cluster;
  const faults = new WorldFaults({ argocd, cluster, forge, dvcRemote });
  const controllers = keep(
    startControllers({
      store,
      clock,
      dvcRemoteUrl: dvcRemote.url,
      isSpoiled: () => faults.isOn('bad-model'),
      onError: error => onError('cluster', error),
    }),
  );
  const settled = async () => {
    // What one leaves behind may be another's work.
    await new Promise(resolve => setImmediate(resolve));
    await argocd.settled();
    await controllers.settled();
  };
  return {
    store,
    timeline: createTimeline({ clock, argocd, settled }),
    urls: {
      forge: forge.url,
      argocd: argocd.url,
      dvcRemote: dvcRemote.url,
      cluster: cluster.url,
    },
    argocdToken: argocd.createToken('backstage'),
    clusterToken,
    faults,
    kubeconfig: formatKubeconfig({ ...cluster, token: ownerToken }),
  };
}

/** Starts a Git forge, an Argo CD, a DVC remote and a cluster on loopback. @public */
export async function startWorld(options: WorldOptions): Promise<World> {
  const started: Closable[] = [];
  // The forge first: it tells the others.
  const close = async () => {
    for (const server of started.reverse()) await server.close();
  };
  try {
    return { ...(await startAll(started, options)), close };
  } catch (error) {
    await close();
    throw error;
  }
}
