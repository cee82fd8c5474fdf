import http from 'node:http';

/** Passes a request on to a server as it is, its end too, and streams what that answers. */
export function forward(
  request: http.IncomingMessage,
  response: http.ServerResponse,
  url: string,
): void {
  const onward = http.request(
    `${url}${request.url}`,
    { method: request.method, headers: request.headers },
    answer => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      response.flushHeaders();
      answer.pipe(response);
      answer.on('error', () => response.destroy());
    },
  );
  onward.on('error', () => response.destroy());
  response.on('close', () => onward.destroy());
  request.pipe(onward);
}
