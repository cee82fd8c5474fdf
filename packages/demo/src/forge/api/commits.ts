import { answerJson } from '../answers/answer';
import { answerNotFound } from '../answers/answerError';
import { describeCommit } from '../answers/describeCommit';
import { Exchange, ForgeParts } from '../ForgeParts';
import { countChangedLines, readChangedFiles } from '../git/readChanges';
import { readCommit } from '../git/readCommits';
import { Asked } from '../requests/ForgeRequest';

export async function getCommit(
  { store, addresses }: ForgeParts,
  { response }: Exchange,
  { repository, ref }: Asked<'commit'>,
): Promise<void> {
  const directory = store.directoryOf(repository);
  const resolved = await store.resolve(repository, ref);
  const commit = resolved && (await readCommit(directory, resolved.commit));
  if (!commit) {
    const message = `commit doesn't exist: ${ref}`;
    answerNotFound(response, addresses, { message });
    return;
  }
  const files = await readChangedFiles(directory, commit);
  const lines = await countChangedLines(directory, commit);
  answerJson(
    response,
    200,
    describeCommit(addresses, repository, commit, { files, ...lines }),
  );
}
