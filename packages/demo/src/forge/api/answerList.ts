import { ServerResponse } from 'node:http';
import { Paging } from '../requests/ForgeRequest';
import { answerJson } from '../answers/answer';

/** Answers one page of a list, described; a page past the end is empty. */
export async function answerList<T>(
  response: ServerResponse,
  items: readonly T[],
  { page, limit }: Paging,
  describe: (item: T) => unknown,
): Promise<void> {
  const shown = items.slice((page - 1) * limit, page * limit);
  const body = await Promise.all(shown.map(describe));
  answerJson(response, 200, body, { 'x-total-count': String(items.length) });
}
