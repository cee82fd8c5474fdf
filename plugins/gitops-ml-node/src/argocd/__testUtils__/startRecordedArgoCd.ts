import { promises as fs } from 'node:fs';
import http from 'node:http';
import path from 'node:path';

/** A request as the test server saw it. */
interface SeenRequest {
  method: string | undefined;
  url: string | undefined;
  authorization: string | undefined;
  body: string;
}

type Answer =
  | { recorded: string }
  | { status: number; body: string; headers?: Record<string, string> }
  | 'hang';

/** A server that answers what a real Argo CD answered, or what a test says. */
export async function startRecordedArgoCd() {
  const file = path.join(__dirname, '../testdata/recorded.json');
  const recorded = JSON.parse(await fs.readFile(file, 'utf8'));
  const seen: SeenRequest[] = [];
  const answers: Answer[] = [];

  const server = http.createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    seen.push({
      method: request.method,
      url: request.url,
      authorization: request.headers.authorization,
      body: Buffer.concat(chunks).toString('utf8'),
    });
    const answer = answers.shift();
    if (answer === undefined) throw new Error(`unexpected ${request.url}`);
    if (answer === 'hang') return;
    if ('recorded' in answer) {
      const call = recorded[answer.recorded];
      response.writeHead(call.status, { 'Content-Type': 'application/json' });
      response.end(JSON.stringify(call.answer));
      return;
    }
    response.writeHead(answer.status, answer.headers);
    response.end(answer.body);
  });
  await new Promise<void>(resolve => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') {
    throw new Error('the server has no port');
  }
  return {
    url: `http://127.0.0.1:${address.port}`,
    recorded,
    seen,
    /** What is answered to the next requests, in order. */
    answer: (...next: Answer[]) => answers.push(...next),
    close: () =>
      new Promise<void>(resolve => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
