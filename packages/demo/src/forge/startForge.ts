import fs from 'node:fs/promises';
import { createServer, Server } from 'node:http';
import { AddressInfo } from 'node:net';
import { Forge } from './Forge';
import { RepositoryStore } from './RepositoryStore';
import { ForgeAccount } from './visitor';

/** How to start a forge. @public */
export interface ForgeOptions {
  /** Everything the forge knows lies in here. */
  directory: string;
  /** 0 takes a free one. */
  port: number;
  /** Owners below which a push may create a repository. */
  organisations: string[];
  account: ForgeAccount;
  /** Told of what went wrong while answering; the asker gets a 500. */
  onError: (error: unknown) => void;
}

/** A forge that answers until it is closed. @public */
export interface RunningForge {
  /** `http://localhost:<port>`, reachable from this machine only. */
  url: string;
  port: number;
  close(): Promise<void>;
}

function listen(server: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      const address: AddressInfo | string | null = server.address();
      if (address === null || typeof address === 'string') {
        reject(new Error('a TCP server without a TCP address'));
      } else {
        resolve(address.port);
      }
    });
  });
}

const hasNoSuchAddress = (error: unknown) =>
  error instanceof Error &&
  'code' in error &&
  (error.code === 'EADDRNOTAVAIL' || error.code === 'EAFNOSUPPORT');

/** Starts the forge on 127.0.0.1, and on ::1 where this machine has it. @public */
export async function startForge(options: ForgeOptions): Promise<RunningForge> {
  await fs.mkdir(options.directory, { recursive: true });
  const store = new RepositoryStore(options.directory, options.organisations);
  const forge = new Forge(store, options.account);
  const createListener = () =>
    createServer((request, response) => {
      forge.handle(request, response).catch(error => {
        options.onError(error);
        if (!response.headersSent) response.writeHead(500);
        response.end();
      });
    });

  const first = createListener();
  const port = await listen(first, options.port, '127.0.0.1');
  const second = createListener();
  const hasSecond = await listen(second, port, '::1').then(
    () => true,
    async error => {
      if (hasNoSuchAddress(error)) return false;
      first.close();
      throw error;
    },
  );
  const servers = hasSecond ? [first, second] : [first];
  return {
    url: `http://localhost:${port}`,
    port,
    async close() {
      await Promise.all(servers.map(closeServer));
    },
  };
}

function closeServer(server: Server): Promise<void> {
  return new Promise(resolve => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
