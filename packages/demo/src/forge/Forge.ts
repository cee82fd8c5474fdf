import { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { answerJson, answerNotFound, answerPage } from './answers';
import { spawnGit } from './gitProcess';
import { commitPage, entryPage, messagePage, treePath } from './pages';
import { ForgeRequest, parseForgeRequest } from './parseForgeRequest';
import { RepositoryStore } from './RepositoryStore';
import { serveGit } from './serveGit';
import { Account, readVisitor, Visitor } from '../http/visitor';

type Of<K extends ForgeRequest['kind']> = Extract<ForgeRequest, { kind: K }>;

const answerNoPage = (response: ServerResponse, message: string) =>
  answerPage(response, 404, messagePage('Not found', message));

/**
 * Bare repositories over HTTP, with the calls of Gitea's API that Backstage's
 * own Gitea modules make to read: contents, commits, archive. Everybody may
 * read. A push by the account creates the repository when its organisation is
 * there (Gitea's ENABLE_PUSH_CREATE_ORG).
 */
export class Forge {
  constructor(
    private readonly store: RepositoryStore,
    private readonly account: Account,
  ) {}

  async handle(
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    const visitor = readVisitor(request.headers.authorization, this.account);
    const asked = parseForgeRequest(request.url ?? '/');
    if (!asked) {
      answerNotFound(response);
    } else if (visitor === 'wrong-credentials') {
      answerJson(response, 401, {
        message: 'invalid username, password or token',
      });
    } else if (asked.kind === 'git') {
      await this.git(request, response, asked, visitor);
    } else if (await this.store.has(asked.repository)) {
      await this.read(response, asked);
    } else {
      answerNotFound(response);
    }
  }

  private async git(
    request: IncomingMessage,
    response: ServerResponse,
    asked: Of<'git'>,
    visitor: Visitor,
  ): Promise<void> {
    const { repository, service, query, isPush } = asked;
    if (isPush && visitor === 'anonymous') {
      response.writeHead(401, { 'www-authenticate': 'Basic realm="Gitea"' });
      response.end('Unauthorized\n');
      return;
    }
    if (!(await this.store.has(repository))) {
      if (!isPush || !this.store.hasOrganisation(repository.owner)) {
        answerNotFound(response);
        return;
      }
      await this.store.create(repository);
    }
    await serveGit(request, response, {
      root: this.store.root,
      pathInfo: `/${repository.owner}/${repository.name}.git/${service}`,
      query,
      user: visitor === 'member' ? this.account.username : undefined,
    });
    if (service === 'git-receive-pack') await this.store.settleHead(repository);
    response.end();
  }

  private async read(
    response: ServerResponse,
    asked: Exclude<ForgeRequest, { kind: 'git' }>,
  ): Promise<void> {
    switch (asked.kind) {
      case 'contents':
        return this.contents(response, asked);
      case 'commit':
        return this.commit(response, asked);
      case 'archive':
        return this.archive(response, asked);
      case 'tree-page':
        return this.treePage(response, asked);
      case 'commit-page':
        return this.commitPage(response, asked);
      case 'repository-page':
        return this.repositoryPage(response, asked);
      default:
        return asked satisfies never;
    }
  }

  private async contents(
    response: ServerResponse,
    { repository, path, ref }: Of<'contents'>,
  ): Promise<void> {
    const commit = await this.store.resolve(repository, ref ?? 'HEAD');
    const entry = commit && (await this.store.read(repository, commit, path));
    if (!entry || entry.kind !== 'file') {
      answerNotFound(response);
      return;
    }
    answerJson(response, 200, {
      name: path.split('/').pop(),
      path,
      sha: entry.oid,
      type: 'file',
      size: entry.bytes.length,
      encoding: 'base64',
      content: entry.bytes.toString('base64'),
    });
  }

  private async commit(
    response: ServerResponse,
    { repository, ref }: Of<'commit'>,
  ): Promise<void> {
    const sha = await this.store.resolve(repository, ref);
    if (sha) answerJson(response, 200, { sha });
    else answerNotFound(response, `commit doesn't exist: ${ref}`);
  }

  private async archive(
    response: ServerResponse,
    { repository, ref }: Of<'archive'>,
  ): Promise<void> {
    const commit = await this.store.resolve(repository, ref);
    if (!commit) {
      answerNotFound(response);
      return;
    }
    response.writeHead(200, { 'content-type': 'application/octet-stream' });
    const child = spawnGit([
      '--git-dir',
      this.store.directoryOf(repository),
      'archive',
      '--format=tar.gz',
      `--prefix=${repository.name}/`,
      commit,
    ]);
    child.stderr.resume();
    await pipeline(child.stdout, response);
  }

  private async treePage(
    response: ServerResponse,
    asked: Of<'tree-page'>,
  ): Promise<void> {
    const { repository, ref, path } = asked;
    const commit = await this.store.resolve(repository, ref);
    const entry = commit && (await this.store.read(repository, commit, path));
    if (entry) answerPage(response, 200, entryPage(asked, entry));
    else answerNoPage(response, `${path || 'Nothing'} is not at ${ref}.`);
  }

  private async commitPage(
    response: ServerResponse,
    { repository, ref }: Of<'commit-page'>,
  ): Promise<void> {
    const commit = await this.store.resolve(repository, ref);
    if (commit) {
      const text = await this.store.show(repository, commit);
      answerPage(response, 200, commitPage(repository, text));
    } else {
      answerNoPage(response, `There is no commit ${ref}.`);
    }
  }

  private async repositoryPage(
    response: ServerResponse,
    { repository }: Of<'repository-page'>,
  ): Promise<void> {
    const branch = await this.store.defaultBranch(repository);
    const location = treePath(repository, 'branch', branch);
    response.writeHead(302, { location }).end();
  }
}
