import { Account, readVisitor, Visitor } from '../http/visitor';
import { answerPage } from './answers/answer';
import { answerNotFound, answerRefusal } from './answers/answerError';
import { answerAsked } from './answerAsked';
import { Exchange, ForgeParts } from './ForgeParts';
import { serveGit } from './git/serveGit';
import { messagePage } from './pages/layout';
import { ForgeRequest, GitRequest } from './requests/ForgeRequest';
import { parseForgeRequest } from './requests/parseForgeRequest';

const writing: readonly ForgeRequest['kind'][] = [
  'organisation-create',
  'repository-create',
  'repository-delete',
  'hooks',
  'hook-create',
  'hook-delete',
  'contents-create',
];

const isApi = ({ request }: Exchange) => request.url?.startsWith('/api/');

/**
 * Bare repositories over HTTP, with the calls of Gitea's API that Backstage's
 * own Gitea modules and our templates make, and plain pages. Everybody may read
 * what is public. A push by the account creates the repository when its
 * organisation is there (Gitea's ENABLE_PUSH_CREATE_ORG).
 */
export class Forge {
  private readonly account: Account;

  constructor(private readonly parts: ForgeParts) {
    this.account = parts.account;
  }

  async handle(
    request: Exchange['request'],
    response: Exchange['response'],
  ): Promise<void> {
    const exchange = { request, response };
    const visitor = readVisitor(request.headers.authorization, this.account);
    const asked = parseForgeRequest(request.method ?? '', request.url ?? '/');
    if (!asked) {
      this.answerMissing(exchange);
    } else if (visitor === 'wrong-credentials') {
      const message = 'invalid username, password or token';
      answerRefusal(response, this.parts.addresses, 401, message);
    } else if (asked.kind === 'git') {
      await this.git(exchange, asked, visitor);
    } else if (visitor === 'anonymous' && writing.includes(asked.kind)) {
      const message = 'token is required';
      answerRefusal(response, this.parts.addresses, 401, message);
    } else if ('repository' in asked && !this.mayKnow(asked, visitor)) {
      this.answerMissing(exchange);
    } else {
      await answerAsked(this.parts, exchange, asked, visitor === 'member');
    }
  }

  /** Whether a repository is there for somebody. */
  private mayKnow(
    { repository }: Pick<GitRequest, 'repository'>,
    visitor: Visitor,
  ): boolean {
    const record = this.parts.records.repository(repository);
    return record !== undefined && (visitor === 'member' || !record.isPrivate);
  }

  private answerMissing(exchange: Exchange): void {
    const { response } = exchange;
    if (isApi(exchange)) {
      answerNotFound(response, this.parts.addresses);
    } else {
      const message = `There is nothing at ${exchange.request.url}.`;
      answerPage(response, 404, messagePage('Not found', message));
    }
  }

  private async git(
    exchange: Exchange,
    asked: GitRequest,
    visitor: Visitor,
  ): Promise<void> {
    const record = this.parts.records.repository(asked.repository);
    if (visitor === 'anonymous' && (asked.isPush || record?.isPrivate)) {
      exchange.response.writeHead(401, {
        'www-authenticate': 'Basic realm="Gitea"',
        'content-type': 'text/plain; charset=utf-8',
      });
      exchange.response.end('Unauthorized\n');
    } else if (record || (asked.isPush && (await this.createFor(asked)))) {
      await this.serve(exchange, asked, visitor);
    } else {
      this.answerMissing(exchange);
    }
  }

  /** @returns whether there is an organisation for it */
  private async createFor({ repository }: GitRequest): Promise<boolean> {
    const { records, store } = this.parts;
    if (!records.organisation(repository.owner)) return false;
    await store.create(repository);
    const details = { description: '', isPrivate: false };
    await records.addRepository(repository, details);
    return true;
  }

  private async serve(
    { request, response }: Exchange,
    { repository, service, query }: GitRequest,
    visitor: Visitor,
  ): Promise<void> {
    const { store, pushes } = this.parts;
    const isPack = service === 'git-receive-pack';
    if (isPack) await pushes.watch(repository);
    await serveGit(request, response, {
      root: store.root,
      pathInfo: `/${repository.owner}/${repository.name}.git/${service}`,
      query,
      user: visitor === 'member' ? this.account.username : undefined,
    });
    if (isPack) await store.settleHead(repository);
    response.end();
    if (isPack) pushes.notice(repository);
  }
}
