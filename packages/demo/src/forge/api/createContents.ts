import { z } from 'zod/v4';
import { answerJson } from '../answers/answer';
import { answerRefusal } from '../answers/answerError';
import { describeFileCommit, notVerified } from '../answers/describeCommit';
import { Exchange, ForgeParts } from '../ForgeParts';
import { commitFile, NewFile } from '../git/commitFile';
import { isRefName } from '../git/isRefName';
import { readCommit } from '../git/readCommits';
import { readTree } from '../git/readTree';
import { Asked } from '../requests/ForgeRequest';
import { describeNode } from './contents';
import { readBody } from './readBody';

const person = z.object({
  name: z.string().optional(),
  email: z.string().optional(),
});

const creation = z.object({
  content: z.base64(),
  message: z.string().optional(),
  branch: z.string().optional(),
  author: person.optional(),
});

type Asking = Asked<'contents-create'>;

function toNewFile(
  { account }: ForgeParts,
  path: string,
  branch: string,
  body: z.infer<typeof creation>,
): NewFile {
  return {
    branch,
    path,
    bytes: Buffer.from(body.content, 'base64'),
    message: body.message || `Add ${path}`,
    author: {
      name: body.author?.name || account.username,
      email: body.author?.email || `${account.username}@localhost`,
    },
  };
}

/** Why there can't be such a new file. */
async function findObstacle(
  { store }: ForgeParts,
  { repository, path }: Asking,
  branch: string,
): Promise<string | undefined> {
  if (!isRefName(branch) || !path) return 'the branch or path is malformed';
  const head = await store.resolve(repository, branch, 'branch');
  const directory = store.directoryOf(repository);
  return head && (await readTree(directory, head.commit, path))
    ? `repository file already exists [path: ${path}]`
    : undefined;
}

/** Adds a file in a commit of its own. */
export async function createContents(
  parts: ForgeParts,
  exchange: Exchange,
  asked: Asking,
): Promise<void> {
  const { store, addresses, pushes } = parts;
  const { repository, path } = asked;
  const body = await readBody(parts, exchange, creation);
  if (!body) return;
  const refuse = (message: string) =>
    answerRefusal(exchange.response, addresses, 422, message);
  const branch = body.branch ?? (await store.defaultBranch(repository));
  const obstacle = await findObstacle(parts, asked, branch);
  if (obstacle !== undefined) {
    refuse(obstacle);
    return;
  }
  const directory = store.directoryOf(repository);
  await pushes.watch(repository);
  const file = toNewFile(parts, path, branch, body);
  const oid = await commitFile(directory, file);
  const commit = oid && (await readCommit(directory, oid));
  const node = commit && (await readTree(directory, commit.oid, path));
  if (!commit || !node) {
    refuse(`a file can't be at ${path} of ${branch}`);
    return;
  }
  await store.settleHead(repository);
  const ref = { kind: 'branch', name: branch, commit: commit.oid } as const;
  answerJson(exchange.response, 201, {
    content: await describeNode(parts, repository, ref, path, node),
    commit: describeFileCommit(addresses, repository, commit),
    verification: notVerified,
  });
  pushes.notice(repository);
}
