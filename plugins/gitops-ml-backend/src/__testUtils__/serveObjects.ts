import http from 'node:http';

/** A DVC remote on loopback that has some objects. */
export interface ObjectServer {
  url: string;
  /** `METHOD path authorization`, newest last. */
  requests: string[];
  objects: Set<string>;
  close(): Promise<void>;
}

/** Starts an empty remote. */
export async function serveObjects(): Promise<ObjectServer> {
  const requests: string[] = [];
  const objects = new Set<string>();
  const server = http.createServer(({ method, url, headers }, response) => {
    requests.push(`${method} ${url} ${headers.authorization}`);
    response.writeHead(objects.has(url ?? '') ? 200 : 404).end();
  });
  await new Promise<void>(resolve => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') {
    throw new Error('The test server has no port');
  }
  return {
    url: `http://127.0.0.1:${address.port}`,
    requests,
    objects,
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
