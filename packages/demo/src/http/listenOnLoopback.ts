import { createServer, RequestListener, Server } from 'node:http';

/** A server that this machine alone can reach. @public */
export interface LoopbackServer {
  /** `http://localhost:<port>` */
  url: string;
  port: number;
  /** Ends open connections too. */
  close(): Promise<void>;
}

function listen(server: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      const address = server.address();
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

function closeServer(server: Server): Promise<void> {
  return new Promise(resolve => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

/**
 * Listens on 127.0.0.1, and on ::1 where this machine has it. Port 0 takes a
 * free one; the handler is made once the address is known.
 */
export async function listenOnLoopback(
  wantedPort: number,
  createHandler: (url: string) => RequestListener,
): Promise<LoopbackServer> {
  const first = createServer();
  const port = await listen(first, wantedPort, '127.0.0.1');
  const url = `http://localhost:${port}`;
  const handler = createHandler(url);
  first.on('request', handler);
  const second = createServer(handler);
  const hasSecond = await listen(second, port, '::1').then(
    () => true,
    async error => {
      if (hasNoSuchAddress(error)) return false;
      await closeServer(first);
      throw error;
    },
  );
  const servers = hasSecond ? [first, second] : [first];
  return {
    url,
    port,
    async close() {
      await Promise.all(servers.map(closeServer));
    },
  };
}
