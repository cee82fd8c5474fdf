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

function closeAll(servers: (http.Server | https.Server)[]): void {
  for (const each of servers) each.closeAllConnections();
}

/** Answers http and, with an identity, https as well at the same port. */
export function createHttpServer(
  handler: RequestListener,
  tls?: TlsIdentity,
): HttpServer {
  const plain = http.createServer({ keepAliveTimeout: KEEP_ALIVE }, handler);
  if (!tls) {
    return { server: plain, close: () => end(plain, () => closeAll([plain])) };
  }
  const { key, certificate: cert } = tls;
  const options = { key, cert, keepAliveTimeout: KEEP_ALIVE };
  const secure = https.createServer(options, handler);
  // Those that have not said yet which of the two they want.
  const undecided = new Set<net.Socket>();
  const server = net.createServer(socket => {
    undecided.add(socket);
    socket.on('error', () => socket.destroy());
    socket.once('close', () => undecided.delete(socket));
    socket.once('readable', () => {
      const first: Buffer | null = socket.read(1);
      if (first === null) return;
      undecided.delete(socket);
      socket.unshift(first);
      const isSecure = first[0] === TLS_HANDSHAKE;
      (isSecure ? secure : plain).emit('connection', socket);
    });
  });
  return {
    server,
    close: () =>
      end(server, () => {
        for (const socket of undecided) socket.destroy();
        closeAll([plain, secure]);
      }),
  };
}

function end(server: Server, endConnections: () => void): Promise<void> {
  return new Promise(resolve => {
    server.close(() => resolve());
    endConnections();
  });
}
