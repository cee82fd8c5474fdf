// A reverse proxy that can hold a request: the moment in which a test kills
// whoever asked is then exact, and what the server did of it is known.

import { once } from 'node:events';
import http from 'node:http';

async function readBody(request) {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks);
}

async function send(target, { method, url, headers }, body) {
  const request = http.request(new URL(url, target), { method, headers });
  request.end(body);
  const [answer] = await once(request, 'response');
  return { status: answer.statusCode, headers: answer.headers, answer };
}

/**
 * Stands before the server at `target`. `hold` takes what a request must look like,
 * and whether the server gets it before it is held; it answers a function that says
 * whether one is. `drop` ends what is held, and holds no more.
 */
export async function startGate(target, onError) {
  let holds = [];
  const held = new Set();
  const keep = (hold, response) => {
    held.add(response);
    hold.isReached = true;
  };
  const handle = async (request, response) => {
    const body = await readBody(request);
    const text = `${request.method} ${request.url}\n${body}`;
    const hold = holds.find(({ pattern }) => pattern.test(text));
    if (hold && !hold.reachesServer) {
      keep(hold, response);
      return;
    }
    const { status, headers, answer } = await send(target, request, body);
    if (hold) {
      answer.resume();
      await once(answer, 'end');
      keep(hold, response);
      return;
    }
    response.writeHead(status, headers);
    answer.pipe(response);
  };
  const server = http.createServer((request, response) => {
    handle(request, response).catch(error => {
      onError(error);
      response.destroy();
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://localhost:${server.address().port}`,
    hold(pattern, { reachesServer = false } = {}) {
      const hold = { pattern, reachesServer, isReached: false };
      holds.push(hold);
      return () => hold.isReached;
    },
    drop() {
      holds = [];
      for (const response of held) response.destroy();
      held.clear();
    },
    async close() {
      this.drop();
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}
