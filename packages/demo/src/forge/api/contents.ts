import { answerJson } from '../answers/answer';
import { answerNotFound } from '../answers/answerError';
import { ContentsPlace, describeContents } from '../answers/describeContents';
import { Exchange, ForgeParts } from '../ForgeParts';
import { readCommits } from '../git/readCommits';
import { readTree, TreeNode } from '../git/readTree';
import { ResolvedRef } from '../git/RepositoryStore';
import { Asked } from '../requests/ForgeRequest';
import { RepositoryName } from '../requests/repositoryName';

async function placeOf(
  { store }: ForgeParts,
  repository: RepositoryName,
  ref: ResolvedRef,
  path: string,
): Promise<ContentsPlace> {
  const directory = store.directoryOf(repository);
  const [lastCommit] = await readCommits(directory, ref.commit, {
    limit: 1,
    path,
  });
  return { repository, path, ref, lastCommit };
}

/** A file with its bytes, or a folder's entries, as Gitea lists them. */
export async function describeNode(
  parts: ForgeParts,
  repository: RepositoryName,
  ref: ResolvedRef,
  path: string,
  node: TreeNode,
): Promise<unknown> {
  const at = (entryPath: string) => placeOf(parts, repository, ref, entryPath);
  if (node.kind === 'file') {
    return describeContents(
      parts.addresses,
      await at(path),
      node.entry,
      await node.read(),
    );
  }
  return Promise.all(
    node.entries.map(async entry =>
      describeContents(
        parts.addresses,
        await at(path ? `${path}/${entry.name}` : entry.name),
        entry,
      ),
    ),
  );
}

export async function getContents(
  parts: ForgeParts,
  { response }: Exchange,
  { repository, path, ref: asked }: Asked<'contents'>,
): Promise<void> {
  const { store, addresses } = parts;
  const ref = await store.resolve(repository, asked ?? 'HEAD');
  if (!ref) {
    const id = asked ?? (await store.defaultBranch(repository));
    const errors = [`object does not exist [id: ${id}, rel_path: ]`];
    answerNotFound(response, addresses, { errors });
    return;
  }
  const node = await readTree(store.directoryOf(repository), ref.commit, path);
  if (!node) {
    answerNotFound(response, addresses, {
      message: 'GetContentsOrList',
      errors: [`object does not exist [id: , rel_path: ${path}]`],
    });
    return;
  }
  const body = await describeNode(parts, repository, ref, path, node);
  answerJson(response, 200, body);
}
