import { z } from 'zod/v4';
import { answerJson } from '../answers/answer';
import { answerNotFound } from '../answers/answerError';
import { Exchange, ForgeParts } from '../ForgeParts';
import { HookRecord } from '../records/schema';
import { Asked } from '../requests/ForgeRequest';
import { answerList } from './answerList';
import { readBody } from './readBody';

const creation = z.object({
  type: z.literal('gitea'),
  active: z.boolean().optional(),
  events: z.array(z.string()).optional(),
  config: z.object({
    url: z.url({ protocol: /^https?$/ }),
    content_type: z.literal('json'),
    secret: z.string().optional(),
  }),
});

/** A hook as Gitea shows it: without its secret. */
const describeHook = (hook: HookRecord) => ({
  id: hook.id,
  name: '',
  type: 'gitea',
  branch_filter: '',
  config: { content_type: 'json', url: hook.url },
  events: hook.events,
  authorization_header: '',
  active: hook.isActive,
  updated_at: hook.createdAt,
  created_at: hook.createdAt,
});

export function listHooks(
  { records }: ForgeParts,
  { response }: Exchange,
  { repository, paging }: Asked<'hooks'>,
): Promise<void> {
  const hooks = records.hooksOf(repository);
  return answerList(response, hooks, paging, describeHook);
}

export async function createHook(
  parts: ForgeParts,
  exchange: Exchange,
  { repository }: Asked<'hook-create'>,
): Promise<void> {
  const body = await readBody(parts, exchange, creation);
  if (!body) return;
  const hook = await parts.records.addHook(repository, {
    url: body.config.url,
    secret: body.config.secret ?? '',
    events: body.events?.length ? body.events : ['push'],
    isActive: body.active ?? false,
  });
  answerJson(exchange.response, 201, describeHook(hook));
}

export async function deleteHook(
  { records, addresses }: ForgeParts,
  { response }: Exchange,
  { repository, id }: Asked<'hook-delete'>,
): Promise<void> {
  if (await records.removeHook(repository, id)) response.writeHead(204).end();
  else answerNotFound(response, addresses);
}
