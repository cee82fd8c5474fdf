import { ServerResponse } from 'node:http';

const headers = {
  'cache-control': 'no-cache, private',
  'content-type': 'application/json',
};

/** Answers with JSON. */
export function sendJson(
  response: ServerResponse,
  status: number,
  body: object,
): void {
  response.writeHead(status, headers).end(`${JSON.stringify(body)}\n`);
}

/** Sets the head of an answer that goes on. */
export function beginStream(response: ServerResponse): void {
  response.writeHead(200, headers);
}

/** A path that nothing serves is answered in plain text, also by Kubernetes. */
export function sendNoSuchPath(response: ServerResponse): void {
  response
    .writeHead(404, { 'content-type': 'text/plain; charset=utf-8' })
    .end('404 page not found\n');
}
