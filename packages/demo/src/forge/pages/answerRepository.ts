import { answerPage } from '../answers/answer';
import { Exchange, ForgeParts } from '../ForgeParts';
import { readChangedFiles, readDiff } from '../git/readChanges';
import { readCommit, readCommits } from '../git/readCommits';
import { readRefs } from '../git/readRefs';
import { readTree } from '../git/readTree';
import { Asked } from '../requests/ForgeRequest';
import { commitPage } from './commitPage';
import { messagePage } from './layout';
import { repositoryPage } from './repositoryPage';

const lastCommits = 20;
const maxReadmeBytes = 100_000;
const maxDiffBytes = 300_000;
const readmeName = /^readme(\.(md|rst|txt))?$/i;

async function readReadme(directory: string, commit: string) {
  const root = await readTree(directory, commit, '');
  const found =
    root?.kind === 'directory'
      ? root.entries.find(
          ({ name, kind, size }) =>
            kind === 'file' && readmeName.test(name) && size <= maxReadmeBytes,
        )
      : undefined;
  const file = found && (await readTree(directory, commit, found.name));
  return file?.kind === 'file'
    ? { name: file.entry.name, text: (await file.read()).toString() }
    : undefined;
}

/** The page of a repository. */
export async function answerRepository(
  { store, records, addresses }: ForgeParts,
  { response }: Exchange,
  { repository }: Asked<'repository-page'>,
): Promise<void> {
  const record = records.repository(repository);
  if (!record) throw new Error('a repository without a record');
  const directory = store.directoryOf(repository);
  const head = await store.resolve(repository, 'HEAD');
  const page = repositoryPage({
    repository: record,
    cloneUrl: addresses.clone(repository),
    defaultBranch: await store.defaultBranch(repository),
    branches: await readRefs(directory, 'refs/heads'),
    tags: await readRefs(directory, 'refs/tags'),
    commits: head
      ? await readCommits(directory, head.commit, { limit: lastCommits })
      : [],
    readme: head && (await readReadme(directory, head.commit)),
  });
  answerPage(response, 200, page);
}

/** The page of a commit. */
export async function answerCommit(
  { store }: ForgeParts,
  { response }: Exchange,
  { repository, oid }: Asked<'commit-page'>,
): Promise<void> {
  const directory = store.directoryOf(repository);
  const resolved = await store.resolve(repository, oid, 'commit');
  const commit = resolved && (await readCommit(directory, resolved.commit));
  if (!commit) {
    const message = `There is no commit ${oid} in this repository.`;
    answerPage(response, 404, messagePage('Not found', message));
    return;
  }
  const files = await readChangedFiles(directory, commit);
  const diff = await readDiff(directory, commit, maxDiffBytes);
  answerPage(response, 200, commitPage(repository, commit, files, diff));
}
