import { runGit } from '../git/gitProcess';
import { ForgeParts } from '../ForgeParts';
import { RepositoryRecord } from '../records/schema';
import { describeOwner } from './describeUser';

/** Whether the forge has what Gitea can switch off per repository, and how it merges. */
const features = {
  has_code: true,
  has_issues: false,
  has_wiki: false,
  has_pull_requests: false,
  has_projects: false,
  projects_mode: 'all',
  has_releases: false,
  has_packages: false,
  has_actions: false,
  internal_tracker: {
    enable_time_tracker: false,
    allow_only_contributors_to_track_time: false,
    enable_issue_dependencies: false,
  },
  ignore_whitespace_conflicts: false,
  allow_merge_commits: false,
  allow_rebase: false,
  allow_rebase_explicit: false,
  allow_squash_merge: false,
  allow_fast_forward_only_merge: false,
  allow_rebase_update: false,
  allow_manual_merge: false,
  autodetect_manual_merge: false,
  default_delete_branch_after_merge: false,
  default_merge_style: 'merge',
  default_allow_maintainer_edit: false,
};

/** What a repository of this forge never is or has. */
const never = {
  fork: false,
  template: false,
  mirror: false,
  language: '',
  link: '',
  original_url: '',
  website: '',
  stars_count: 0,
  forks_count: 0,
  watchers_count: 0,
  open_issues_count: 0,
  open_pr_counter: 0,
  release_counter: 0,
  archived: false,
  archived_at: '1970-01-01T00:00:00Z',
  avatar_url: '',
  internal: false,
  mirror_interval: '',
  mirror_updated: '0001-01-01T00:00:00Z',
  topics: [],
  licenses: [],
};

/** Kibibytes of objects. */
async function measure(directory: string): Promise<number> {
  const { stdout } = await runGit(directory, ['count-objects', '-v']);
  const counts = stdout.toString();
  const read = (name: string) =>
    Number(new RegExp(`^${name}: (\\d+)$`, 'm').exec(counts)?.[1] ?? 0);
  return read('size') + read('size-pack');
}

async function countBranches(directory: string): Promise<number> {
  const { stdout } = await runGit(directory, [
    'for-each-ref',
    '--format=x',
    'refs/heads/',
  ]);
  return stdout.toString().split('\n').filter(Boolean).length;
}

/** A repository as Gitea's `Repository`. */
export async function describeRepository(
  {
    addresses,
    records,
    store,
  }: Pick<ForgeParts, 'addresses' | 'records' | 'store'>,
  record: RepositoryRecord,
) {
  const { owner, name } = record;
  const directory = store.directoryOf(record);
  const branches = await countBranches(directory);
  const organisation = records.organisation(owner) ?? {
    id: 0,
    name: owner,
    createdAt: record.createdAt,
  };
  return {
    id: record.id,
    owner: describeOwner(addresses, organisation),
    name,
    full_name: `${owner}/${name}`,
    description: record.description,
    empty: branches === 0,
    private: record.isPrivate,
    size: await measure(directory),
    languages_url: addresses.api(record, '/languages'),
    html_url: addresses.repository(record),
    url: addresses.api(record),
    // The forge speaks HTTP only; this field is what names it to others.
    ssh_url: addresses.clone(record),
    clone_url: addresses.clone(record),
    branch_count: branches,
    default_branch: await store.defaultBranch(record),
    created_at: record.createdAt,
    updated_at: record.updatedAt,
    permissions: { admin: true, push: true, pull: true },
    object_format_name: 'sha1',
    ...features,
    ...never,
  };
}
