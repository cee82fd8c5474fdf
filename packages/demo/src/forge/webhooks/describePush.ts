import { Addresses } from '../answers/Addresses';
import { describePayloadCommit } from '../answers/describeCommit';
import { readChangedFiles } from '../git/readChanges';
import { Commit, readCommits } from '../git/readCommits';
import { RepositoryName } from '../requests/repositoryName';
import { RefChange } from './diffRefs';

const noOid = '0'.repeat(40);
/** Gitea's FEED_MAX_COMMIT_NUM. */
const shownCommits = 5;
/** Of a new branch Gitea counts so many. */
const commitsOfNewBranch = 10;
const mostCommits = 1000;

const isBranch = ({ ref }: RefChange) => ref.startsWith('refs/heads/');

/** What a webhook is made of. */
export interface PushPlace {
  addresses: Addresses;
  directory: string;
  repository: RepositoryName;
  defaultBranch: string;
}

function readPushed(
  { directory }: PushPlace,
  change: RefChange,
): Promise<Commit[]> {
  const { before, after } = change;
  if (!after || !isBranch(change)) return Promise.resolve([]);
  return before
    ? readCommits(directory, `${before}..${after}`, { limit: mostCommits })
    : readCommits(directory, after, { limit: commitsOfNewBranch });
}

/** Where Gitea's page that compares would be; the home page where there is nothing to compare with. */
function compareUrl(
  { addresses, repository, defaultBranch }: PushPlace,
  change: RefChange,
  commits: readonly Commit[],
): string {
  const { before, after = noOid, ref } = change;
  const compare = (base: string) =>
    `${addresses.repository(repository)}/compare/${base}...${after}`;
  if (before || !isBranch(change)) return compare(before ?? noOid);
  const parent = commits[commits.length - 1]?.parents[0];
  if (parent) return compare(parent);
  return ref === `refs/heads/${defaultBranch}`
    ? addresses.home()
    : compare(defaultBranch);
}

/**
 * The payload of Gitea's event `push`, less repository and people. An annotated
 * tag's `after` is the tag's own object.
 * Source: go-gitea/gitea modules/structs/hook.go `PushPayload`.
 */
export async function describePush(place: PushPlace, change: RefChange) {
  const { addresses, directory, repository } = place;
  const describe = async (commit: Commit) =>
    describePayloadCommit(
      addresses,
      repository,
      commit,
      await readChangedFiles(directory, commit),
    );
  const commits = await readPushed(place, change);
  const head = change.after
    ? (await readCommits(directory, change.after, { limit: 1 }))[0]
    : undefined;
  return {
    ref: change.ref,
    before: change.before ?? noOid,
    after: change.after ?? noOid,
    compare_url: compareUrl(place, change, commits),
    commits: await Promise.all(commits.slice(0, shownCommits).map(describe)),
    total_commits: commits.length,
    head_commit: head ? await describe(head) : null,
  };
}
