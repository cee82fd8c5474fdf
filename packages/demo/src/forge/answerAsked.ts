import { getArchive } from './api/archive';
import { getCommit } from './api/commits';
import { getContents } from './api/contents';
import { createContents } from './api/createContents';
import { createHook, deleteHook, listHooks } from './api/hooks';
import { createOrganisation, getOrganisation } from './api/organisations';
import { listBranches, listTags } from './api/refs';
import {
  createRepository,
  deleteRepository,
  getRepository,
  listRepositories,
} from './api/repositories';
import { answerPage } from './answers/answer';
import { Exchange, ForgeParts } from './ForgeParts';
import { answerCommit, answerRepository } from './pages/answerRepository';
import { answerRaw, answerSource } from './pages/answerSource';
import { homePage, organisationPage } from './pages/listPages';
import { messagePage } from './pages/layout';
import { stylesheet } from './pages/stylesheet';
import { Asked, ForgeRequest, GitRequest } from './requests/ForgeRequest';

type Answerable = Exclude<ForgeRequest, GitRequest>;

function answerHome({ records }: ForgeParts, { response }: Exchange): void {
  const names = records.organisations().map(({ name }) => name);
  answerPage(response, 200, homePage(names));
}

function answerOrganisation(
  { records }: ForgeParts,
  { response }: Exchange,
  { organisation }: Asked<'organisation-page'>,
  isMember: boolean,
): void {
  if (!records.organisation(organisation)) {
    const message = `There is no organisation ${organisation}.`;
    answerPage(response, 404, messagePage('Not found', message));
    return;
  }
  const visible = records
    .repositoriesOf(organisation)
    .filter(({ isPrivate }) => isMember || !isPrivate);
  answerPage(response, 200, organisationPage(organisation, visible));
}

function answerStylesheet({ response }: Exchange): void {
  response.writeHead(200, { 'content-type': 'text/css; charset=utf-8' });
  response.end(stylesheet);
}

/** Answers what may be asked by who asks; a repository that is named is there. */
export async function answerAsked(
  parts: ForgeParts,
  exchange: Exchange,
  asked: Answerable,
  isMember: boolean,
): Promise<void> {
  switch (asked.kind) {
    case 'stylesheet':
      return answerStylesheet(exchange);
    case 'home-page':
      return answerHome(parts, exchange);
    case 'organisation-page':
      return answerOrganisation(parts, exchange, asked, isMember);
    case 'organisation-create':
      return createOrganisation(parts, exchange);
    case 'organisation':
      return getOrganisation(parts, exchange, asked);
    case 'organisation-repositories':
      return listRepositories(parts, exchange, { ...asked, isMember });
    case 'repository-create':
      return createRepository(parts, exchange, asked);
    case 'repository':
      return getRepository(parts, exchange, asked);
    case 'repository-delete':
      return deleteRepository(parts, exchange, asked);
    case 'branches':
      return listBranches(parts, exchange, asked);
    case 'tags':
      return listTags(parts, exchange, asked);
    case 'hooks':
      return listHooks(parts, exchange, asked);
    case 'hook-create':
      return createHook(parts, exchange, asked);
    case 'hook-delete':
      return deleteHook(parts, exchange, asked);
    case 'contents':
      return getContents(parts, exchange, asked);
    case 'contents-create':
      return createContents(parts, exchange, asked);
    case 'commit':
      return getCommit(parts, exchange, asked);
    case 'archive':
      return getArchive(parts, exchange, asked);
    case 'repository-page':
      return answerRepository(parts, exchange, asked);
    case 'commit-page':
      return answerCommit(parts, exchange, asked);
    case 'source-page':
      return answerSource(parts, exchange, asked);
    case 'raw':
      return answerRaw(parts, exchange, asked);
    default:
      return asked satisfies never;
  }
}
