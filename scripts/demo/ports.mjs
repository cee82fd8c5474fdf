import { once } from 'node:events';
import net from 'node:net';

// A machine without IPv6 has nobody who could hold the port there.
const isHeld = error => error.code === 'EADDRINUSE' || error.code === 'EACCES';

function canListen(port, host) {
  return new Promise(resolve => {
    const server = net.createServer();
    server.once('error', error => resolve(!isHeld(error)));
    server.listen(port, host, () => server.close(() => resolve(true)));
  });
}

/** Whether both of localhost's addresses are free for `port`. */
export async function isFree(port) {
  return (await canListen(port, '127.0.0.1')) && (await canListen(port, '::1'));
}

/** A port of loopback that was free a moment ago. */
export async function findFreePort() {
  const server = net.createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}
