import { ServerResponse } from 'node:http';

export function answerJson(
  response: ServerResponse,
  status: number,
  body: unknown,
): void {
  response.writeHead(status, {
    'content-type': 'application/json;charset=utf-8',
  });
  response.end(JSON.stringify(body));
}

export function answerNotFound(
  response: ServerResponse,
  message = 'not found',
): void {
  answerJson(response, 404, { errors: null, message });
}

/** A page shows what somebody pushed: it may run and load nothing. */
export function answerPage(
  response: ServerResponse,
  status: number,
  html: string,
): void {
  response.writeHead(status, {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
  });
  response.end(html);
}
