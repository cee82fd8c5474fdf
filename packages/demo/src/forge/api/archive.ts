import { pipeline } from 'node:stream/promises';
import { answerNotFound } from '../answers/answerError';
import { Exchange, ForgeParts } from '../ForgeParts';
import { spawnGit } from '../git/gitProcess';
import { Asked } from '../requests/ForgeRequest';

/** A commit's files below one folder, which Backstage's readTree strips. */
export async function getArchive(
  { store, addresses }: ForgeParts,
  { response }: Exchange,
  { repository, ref, format }: Asked<'archive'>,
): Promise<void> {
  const resolved = await store.resolve(repository, ref);
  if (!resolved) {
    answerNotFound(response, addresses);
    return;
  }
  const { commit } = resolved;
  const immutable = addresses.api(
    repository,
    `/archive/${commit}.${format}?rev=${commit}`,
  );
  response.writeHead(200, {
    'content-type': 'application/octet-stream',
    link: `<${immutable}>; rel="immutable"`,
  });
  const child = spawnGit([
    '--git-dir',
    store.directoryOf(repository),
    'archive',
    `--format=${format}`,
    `--prefix=${repository.name}/`,
    commit,
  ]);
  child.stderr.resume();
  await pipeline(child.stdout, response);
}
