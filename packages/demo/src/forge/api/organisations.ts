import { z } from 'zod/v4';
import { answerJson } from '../answers/answer';
import { answerNotFound, answerRefusal } from '../answers/answerError';
import { describeOrganisation } from '../answers/describeUser';
import { Exchange, ForgeParts } from '../ForgeParts';
import { Asked } from '../requests/ForgeRequest';
import { isRepositoryName } from '../requests/repositoryName';
import { readBody } from './readBody';

const creation = z.object({ username: z.string() });

// They are pages and calls of the forge.
const reserved = ['api', 'assets'];

export function getOrganisation(
  { records, addresses }: ForgeParts,
  { response }: Exchange,
  { organisation }: Asked<'organisation'>,
): void {
  const record = records.organisation(organisation);
  if (record) {
    answerJson(response, 200, describeOrganisation(addresses, record));
    return;
  }
  answerNotFound(response, addresses, {
    message: 'GetOrgByName',
    errors: [`user redirect does not exist [name: ${organisation}]`],
  });
}

export async function createOrganisation(
  parts: ForgeParts,
  exchange: Exchange,
): Promise<void> {
  const { records, addresses, account } = parts;
  const body = await readBody(parts, exchange, creation);
  if (!body) return;
  const { username: name } = body;
  const { response } = exchange;
  if (!isRepositoryName(name)) {
    answerRefusal(response, addresses, 422, '[UserName]: Username');
  } else if (reserved.includes(name)) {
    answerRefusal(response, addresses, 422, `name is reserved [name: ${name}]`);
  } else if (records.organisation(name) || name === account.username) {
    const message = `user already exists [name: ${name}]`;
    answerRefusal(response, addresses, 422, message);
  } else {
    const record = await records.addOrganisation(name);
    answerJson(response, 201, describeOrganisation(addresses, record));
  }
}
