import http, { RequestListener } from 'node:http';
import https from 'node:https';
import net, { Server } from 'node:net';

/** What a server shows to prove who it is, in PEM. */
export interface TlsIdentity {
  key: string;
  certificate: string;
}

/** A server that isn't listening yet. */
export interface HttpServer {
  server: Server;
  /** Ends open connections too. */
  close(): Promise<void>;
}

/** What is asked again within this time goes through the connection that is there. */
const KEEP_ALIVE = 60_000;
/** The first byte of a connection that speaks TLS. */
const TLS_HANDSHAKE = 0x16;

/** Answers http and, with an identity, https as well at the same port. */
export function createHttpServer(
  handler: RequestListener,
  tls?: TlsIdentity,
): HttpServer {
  const plain = http.createServer({ keepAliveTimeout: KEEP_ALIVE }, handler);
  if (!tls) {
    return {
      server: plain,
      close: () => end(plain, () => plain.closeAllConnections()),
    };
  }
  const { key, certificate: cert } = tls;
  const options = { key, cert, keepAliveTimeout: KEEP_ALIVE };
  const secure = https.createServer(options, handler);
  // The two never listen themselves, and so don't know their connections.
  const open = new Set<net.Socket>();
  const server = net.createServer(socket => {
    open.add(socket);
    socket.on('error', () => socket.destroy());
    socket.once('close', () => open.delete(socket));
    socket.once('readable', () => {
      const first: Buffer | null = socket.read(1);
      if (first === null) return;
      socket.unshift(first);
      const isSecure = first[0] === TLS_HANDSHAKE;
      (isSecure ? secure : plain).emit('connection', socket);
    });
  });
  return {
    server,
    close: () =>
      end(server, () => {
        for (const socket of open) socket.destroy();
      }),
  };
}

function end(server: Server, endConnections: () => void): Promise<void> {
  return new Promise(resolve => {
    server.close(() => resolve());
    endConnections();
  });
}
