import { spawn } from 'node:child_process';
import http from 'node:http';

/** A Git server on loopback for tests. */
export interface GitServer {
  url: string;
  /** Requests so far, newest last; the header is what the client sent. */
  requests: { path: string; authorization: string | undefined }[];
  /** Answer every request so instead; `hang` never answers. */
  answer: (
    answer: { status: number; location?: string } | 'hang' | undefined,
  ) => void;
  close: () => Promise<void>;
}

/**
 * Serves the bare repositories below a folder with git's own `git http-backend`.
 * With `authorization` every request must carry exactly that header.
 */
export async function serveGit(
  projectRoot: string,
  options: { authorization?: string } = {},
): Promise<GitServer> {
  const requests: GitServer['requests'] = [];
  let fixed: Parameters<GitServer['answer']>[0];
  const server = http.createServer((request, response) => {
    const { authorization } = request.headers;
    requests.push({ path: request.url ?? '', authorization });
    if (fixed === 'hang') return;
    if (fixed) {
      const { status, location } = fixed;
      response.writeHead(status, location ? { location } : {}).end();
    } else if (
      options.authorization &&
      authorization !== options.authorization
    ) {
      response.writeHead(401, { 'www-authenticate': 'Basic realm="x"' }).end();
    } else {
      runBackend(projectRoot, request, response);
    }
  });
  await new Promise<void>(resolve => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') {
    throw new Error('The test server has no port');
  }
  const { port } = address;
  return {
    url: `http://127.0.0.1:${port}`,
    requests,
    answer: answer => {
      fixed = answer;
    },
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function runBackend(
  projectRoot: string,
  request: http.IncomingMessage,
  response: http.ServerResponse,
) {
  const url = new URL(request.url ?? '/', 'http://localhost');
  const child = spawn('git', ['http-backend'], {
    env: {
      PATH: process.env.PATH,
      GIT_PROJECT_ROOT: projectRoot,
      GIT_HTTP_EXPORT_ALL: '1',
      PATH_INFO: url.pathname,
      QUERY_STRING: url.search.slice(1),
      REQUEST_METHOD: request.method,
      CONTENT_TYPE: request.headers['content-type'] ?? '',
      HTTP_CONTENT_ENCODING: request.headers['content-encoding'] ?? '',
      GIT_PROTOCOL: String(request.headers['git-protocol'] ?? ''),
    },
  });
  request.pipe(child.stdin);
  child.stdin.on('error', () => {});
  let head: Buffer | undefined = Buffer.alloc(0);
  child.stdout.on('data', (chunk: Buffer) => {
    if (!head) {
      response.write(chunk);
      return;
    }
    head = Buffer.concat([head, chunk]);
    const end = head.indexOf('\r\n\r\n');
    if (end < 0) return;
    writeHead(response, head.toString('latin1', 0, end));
    response.write(head.subarray(end + 4));
    head = undefined;
  });
  child.on('close', () => response.end());
}

function writeHead(response: http.ServerResponse, head: string) {
  for (const line of head.split('\r\n')) {
    const [name, value] = line.split(/: (.*)/s);
    if (name === 'Status') response.statusCode = Number(value.slice(0, 3));
    else response.setHeader(name, value);
  }
}
