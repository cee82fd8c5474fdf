import { describePayloadCommit } from '../answers/describeCommit';
import { Exchange, ForgeParts } from '../ForgeParts';
import { readCommit } from '../git/readCommits';
import { readRefs } from '../git/readRefs';
import { Asked } from '../requests/ForgeRequest';
import { answerList } from './answerList';

/** What Gitea says of a branch that nothing protects. */
const unprotected = {
  protected: false,
  required_approvals: 0,
  enable_status_check: false,
  status_check_contexts: [],
  user_can_push: true,
  user_can_merge: true,
  effective_branch_protection_name: '',
};

export async function listBranches(
  { store, addresses }: ForgeParts,
  { response }: Exchange,
  { repository, paging }: Asked<'branches'>,
): Promise<void> {
  const directory = store.directoryOf(repository);
  const branches = await readRefs(directory, 'refs/heads');
  await answerList(
    response,
    branches,
    paging,
    async ({ name, commit: oid }) => {
      const commit = await readCommit(directory, oid);
      return {
        name,
        commit:
          commit &&
          describePayloadCommit(addresses, repository, commit, undefined),
        ...unprotected,
      };
    },
  );
}

export async function listTags(
  { store, addresses }: ForgeParts,
  { response }: Exchange,
  { repository, paging }: Asked<'tags'>,
): Promise<void> {
  const directory = store.directoryOf(repository);
  const tags = await readRefs(directory, 'refs/tags');
  await answerList(response, tags, paging, async tag => {
    const commit = await readCommit(directory, tag.commit);
    return {
      name: tag.name,
      message: tag.message,
      id: tag.oid,
      commit: {
        url: addresses.apiCommit(repository, tag.oid),
        sha: tag.commit,
        created: commit?.committer.date ?? '',
      },
      zipball_url: addresses.archive(repository, tag.name, 'zip'),
      tarball_url: addresses.archive(repository, tag.name, 'tar.gz'),
    };
  });
}
