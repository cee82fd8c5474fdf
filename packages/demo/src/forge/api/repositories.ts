import { z } from 'zod/v4';
import { answerJson } from '../answers/answer';
import { answerNotFound, answerRefusal } from '../answers/answerError';
import { describeRepository } from '../answers/describeRepository';
import { Exchange, ForgeParts } from '../ForgeParts';
import { Asked } from '../requests/ForgeRequest';
import { isRepositoryName } from '../requests/repositoryName';
import { answerList } from './answerList';
import { readBody } from './readBody';

const creation = z.object({
  name: z.string(),
  description: z.string().optional(),
  private: z.boolean().optional(),
});

export async function listRepositories(
  parts: ForgeParts,
  { response }: Exchange,
  {
    organisation,
    paging,
    isMember,
  }: Asked<'organisation-repositories'> & { isMember: boolean },
): Promise<void> {
  const { records, addresses } = parts;
  if (!records.organisation(organisation)) {
    answerNotFound(response, addresses, { message: 'GetOrgByName' });
    return;
  }
  const visible = records
    .repositoriesOf(organisation)
    .filter(({ isPrivate }) => isMember || !isPrivate);
  await answerList(response, visible, paging, record =>
    describeRepository(parts, record),
  );
}

export async function createRepository(
  parts: ForgeParts,
  exchange: Exchange,
  { organisation }: Asked<'repository-create'>,
): Promise<void> {
  const { records, store, addresses } = parts;
  const { response } = exchange;
  const body = await readBody(parts, exchange, creation);
  if (!body) return;
  const repository = { owner: organisation, name: body.name };
  if (!records.organisation(organisation)) {
    answerNotFound(response, addresses, { message: 'GetOrgByName' });
  } else if (!isRepositoryName(body.name)) {
    answerRefusal(response, addresses, 422, '[Name]: AlphaDashDot');
  } else if (records.repository(repository)) {
    const message = 'The repository with the same name already exists.';
    answerRefusal(response, addresses, 409, message);
  } else {
    await store.create(repository);
    const record = await records.addRepository(repository, {
      description: body.description ?? '',
      isPrivate: body.private ?? false,
    });
    answerJson(response, 201, await describeRepository(parts, record));
  }
}

export async function getRepository(
  parts: ForgeParts,
  { response }: Exchange,
  { repository }: Asked<'repository'>,
): Promise<void> {
  const record = parts.records.repository(repository);
  if (record) {
    answerJson(response, 200, await describeRepository(parts, record));
  } else {
    answerNotFound(response, parts.addresses);
  }
}

export async function deleteRepository(
  { records, store, pushes }: ForgeParts,
  { response }: Exchange,
  { repository }: Asked<'repository-delete'>,
): Promise<void> {
  pushes.forget(repository);
  await records.removeRepository(repository);
  await store.remove(repository);
  response.writeHead(204).end();
}
