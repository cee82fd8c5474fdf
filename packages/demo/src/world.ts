import path from 'node:path';
import { startArgoCd } from './argocd/startArgoCd';
import { startDvcRemote } from './dvcRemote/startDvcRemote';
import { startForge } from './forge/startForge';
import { Account } from './http/visitor';

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
  ports: { forge: number; argocd: number; dvcRemote: number };
  /** Told of each push, at `/api/events/http/gitea`. */
  backstageUrl: string;
  /** With it Backstage knows that it is the forge who tells. */
  webhookSecret: string;
  /** Told of what went wrong, and in which server. */
  onError: (server: 'forge' | 'argocd' | 'dvcRemote', error: unknown) => void;
}

/** The servers around Backstage, until they are closed. @public */
export interface World {
  urls: { forge: string; argocd: string; dvcRemote: string };
  /** Of the account `backstage`, which may register repositories and no more. */
  argocdToken: string;
  close(): Promise<void>;
}

interface Closable {
  close(): Promise<void>;
}

/** Starts one after the other; what was started is closed where a later one fails. */
async function startAll(
  started: Closable[],
  { directory, ports, backstageUrl, webhookSecret, onError }: WorldOptions,
): Promise<Omit<World, 'close'>> {
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
  const argocd = keep(
    await startArgoCd({
      directory: path.join(directory, 'argocd'),
      port: ports.argocd,
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
  return {
    urls: { forge: forge.url, argocd: argocd.url, dvcRemote: dvcRemote.url },
    argocdToken: argocd.createToken('backstage'),
  };
}

/** Starts a Git forge, an Argo CD API and a DVC remote on loopback. @public */
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
