import { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { Account, readVisitor } from '../http/visitor';
import { ObjectStore } from './ObjectStore';
import { ObjectName, parseObjectPath } from './parseObjectPath';

const realm = 'Basic realm="DVC remote"';
const methods = ['GET', 'HEAD', 'POST', 'PUT'];

function answer(
  response: ServerResponse,
  status: number,
  message: string,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, {
    'content-type': 'text/plain; charset=utf-8',
    'x-content-type-options': 'nosniff',
    ...headers,
  });
  response.end(`${message}\n`);
}

/**
 * A DVC remote over HTTP: `/<repository>/files/md5/xx/yyyy…`. Everybody reads,
 * the account writes by POST (DVC's default) or PUT, and what is written must
 * have the md5 that its path says.
 */
export class DvcRemote {
  constructor(
    private readonly store: ObjectStore,
    private readonly account: Account,
    private readonly maxBytes: number,
  ) {}

  async handle(
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    const [pathname = '/'] = (request.url ?? '/').split('?', 1);
    const name = parseObjectPath(pathname);
    const visitor = readVisitor(request.headers.authorization, this.account);
    const { method = '' } = request;
    if (!methods.includes(method)) {
      answer(response, 405, `no ${method} here`, { allow: methods.join(', ') });
    } else if (visitor === 'wrong-credentials') {
      answer(response, 401, 'wrong credentials', { 'www-authenticate': realm });
    } else if (!name) {
      answer(response, 404, 'objects are at /<repository>/files/md5/xx/yyyy…');
    } else if (method === 'GET' || method === 'HEAD') {
      await this.read(response, name, method);
    } else if (visitor === 'anonymous') {
      answer(response, 401, 'who writes?', { 'www-authenticate': realm });
    } else {
      await this.write(request, response, name);
    }
  }

  private async read(
    response: ServerResponse,
    name: ObjectName,
    method: 'GET' | 'HEAD',
  ): Promise<void> {
    const size = await this.store.size(name);
    if (size === undefined) {
      answer(response, 404, 'no such object');
      return;
    }
    response.writeHead(200, {
      'content-type': 'application/octet-stream',
      'content-length': size,
      'x-content-type-options': 'nosniff',
      etag: `"${name.md5}"`,
    });
    if (method === 'HEAD') response.end();
    else await pipeline(this.store.read(name), response);
  }

  private async write(
    request: IncomingMessage,
    response: ServerResponse,
    name: ObjectName,
  ): Promise<void> {
    const outcome = await this.store.write(name, request, this.maxBytes);
    switch (outcome.kind) {
      case 'stored':
        return answer(response, outcome.wasThere ? 200 : 201, 'stored');
      case 'other-bytes':
        return answer(
          response,
          400,
          `these bytes have the md5 ${outcome.md5}, not ${name.md5}`,
        );
      case 'too-large':
        return answer(
          response,
          413,
          `an object may have ${this.maxBytes} bytes`,
        );
      default:
        return outcome satisfies never;
    }
  }
}
