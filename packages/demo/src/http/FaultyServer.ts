import { RequestListener } from 'node:http';
import { TlsIdentity } from './createHttpServer';
import { listenOnLoopback, LoopbackServer } from './listenOnLoopback';

/** What can be wrong with a server: nobody listens, or nobody answers. @public */
export type ServerFault = 'down' | 'hangs';

/** A server that can be made to fail while it runs. @public */
export interface FaultyServer extends LoopbackServer {
  /**
   * Ends all connections, and fails from now on; `undefined` is well again, at
   * the same address.
   */
  setFault(fault: ServerFault | undefined): Promise<void>;
}

/** As `listenOnLoopback`, for a server whose failure is to be shown. */
export async function listenWithFaults(
  wantedPort: number,
  createHandler: (url: string) => RequestListener,
  tls?: TlsIdentity,
): Promise<FaultyServer> {
  let handler: RequestListener = () => {};
  let fault: ServerFault | undefined;
  // Who hangs has taken the connection and says nothing.
  const answer: RequestListener = (request, response) => {
    if (fault !== 'hangs') handler(request, response);
  };
  const listen = (port: number) => listenOnLoopback(port, () => answer, tls);
  let server: LoopbackServer | undefined = await listen(wantedPort);
  const { url, port } = server;
  handler = createHandler(url);

  const change = async (next: ServerFault | undefined) => {
    if (next === fault) return;
    await server?.close();
    server = undefined;
    fault = next;
    if (next !== 'down') server = await listen(port);
  };
  let changing: Promise<void> = Promise.resolve();
  return {
    url,
    port,
    setFault(next) {
      const done = changing.then(() => change(next));
      changing = done.catch(() => {});
      return done;
    },
    async close() {
      await changing;
      await server?.close();
      server = undefined;
    },
  };
}
