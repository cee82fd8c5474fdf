import { IncomingMessage, ServerResponse } from 'node:http';
import { spawnGit } from './gitProcess';
import { CgiHead, CgiHeadReader } from './CgiHeadReader';

const single = (value: string | string[] | undefined) =>
  Array.isArray(value) ? value.join(', ') : value ?? '';

/**
 * The CGI variables of `git http-backend` for a request.
 * @see https://git-scm.com/docs/git-http-backend
 */
function cgiVariables(
  request: IncomingMessage,
  target: GitTarget,
): Record<string, string> {
  const { headers } = request;
  const length = headers['content-length'];
  return {
    GIT_PROJECT_ROOT: target.root,
    GIT_HTTP_EXPORT_ALL: '1',
    REQUEST_METHOD: request.method ?? 'GET',
    PATH_INFO: target.pathInfo,
    QUERY_STRING: target.query,
    CONTENT_TYPE: headers['content-type'] ?? '',
    HTTP_CONTENT_ENCODING: single(headers['content-encoding']),
    HTTP_GIT_PROTOCOL: single(headers['git-protocol']),
    REMOTE_ADDR: '127.0.0.1',
    REMOTE_USER: target.user ?? '',
    ...(length === undefined ? {} : { CONTENT_LENGTH: length }),
  };
}

/** What of which repository is asked, by whom. */
interface GitTarget {
  root: string;
  /** `/owner/name.git/info/refs` and its like. */
  pathInfo: string;
  query: string;
  /** Who pushes; undefined reads only. */
  user: string | undefined;
}

/**
 * Hands a request to `git http-backend`, both ways as a stream. Done when git
 * is; the caller ends the response, so that it can act before the client knows.
 */
export function serveGit(
  request: IncomingMessage,
  response: ServerResponse,
  target: GitTarget,
): Promise<void> {
  return new Promise((resolve, reject) => {
    // A garbage collection in the background would outlive the forge.
    const child = spawnGit(
      [
        '-c',
        `http.receivepack=${target.user !== undefined}`,
        '-c',
        'receive.autogc=false',
        'http-backend',
      ],
      cgiVariables(request, target),
    );
    const head = new CgiHeadReader();
    const begin = ({ status, headers, rest }: CgiHead) => {
      response.writeHead(status, headers);
      response.write(rest);
      child.stdout.pipe(response, { end: false });
    };
    const readHead = (chunk: Buffer) => {
      const complete = head.add(chunk);
      if (!complete) return;
      child.stdout.off('data', readHead);
      begin(complete);
    };
    child.stdout.on('data', readHead);
    child.on('error', reject);
    // git may stop reading a body that it refuses, and a client may leave.
    child.stdin.on('error', () => request.unpipe(child.stdin));
    child.stderr.resume();
    request.pipe(child.stdin);
    response.on('close', () => child.kill());
    child.on('close', () => {
      if (!response.headersSent) response.writeHead(500);
      resolve();
    });
  });
}
