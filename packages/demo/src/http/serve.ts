import { IncomingMessage, RequestListener, ServerResponse } from 'node:http';

type Handle = (
  request: IncomingMessage,
  response: ServerResponse,
) => Promise<void>;

/** Answers 500 where `handle` fails, unless it was the client who left. */
export function serve(
  handle: Handle,
  onError: (error: unknown) => void,
): RequestListener {
  return (request, response) => {
    handle(request, response).catch(error => {
      if (!request.socket.destroyed) onError(error);
      if (response.headersSent) response.destroy();
      else response.writeHead(500).end();
    });
  };
}
