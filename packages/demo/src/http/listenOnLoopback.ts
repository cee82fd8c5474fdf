import { RequestListener } from 'node:http';
import { Server } from 'node:net';
import { createHttpServer, HttpServer, TlsIdentity } from './createHttpServer';

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

/**
 * Listens on 127.0.0.1, and on ::1 where this machine has it. Port 0 takes a
 * free one; the handler is made once the address is known. With `tls` it answers
 * at the same port to https as well.
 */
export async function listenOnLoopback(
  wantedPort: number,
  createHandler: (url: string) => RequestListener,
  tls?: TlsIdentity,
): Promise<LoopbackServer> {
  let handler: RequestListener = () => {};
  const create = (): HttpServer =>
    createHttpServer((...args) => handler(...args), tls);
  const first = create();
  const port = await listen(first.server, wantedPort, '127.0.0.1');
  const url = `http://localhost:${port}`;
  handler = createHandler(url);
  const second = create();
  const hasSecond = await listen(second.server, port, '::1').then(
    () => true,
    async error => {
      if (hasNoSuchAddress(error)) return false;
      await first.close();
      throw error;
    },
  );
  const servers = hasSecond ? [first, second] : [first];
  return {
    url,
    port,
    async close() {
      await Promise.all(servers.map(server => server.close()));
    },
  };
}
