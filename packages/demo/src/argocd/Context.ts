import { Clock } from '../clock/Clock';
import { Accounts, Claims } from './accounts/Accounts';
import { ApiError } from './ApiError';
import {
  Application,
  ApplicationSet,
  Project,
  StoredRepository,
} from './contract';
import {
  RepositoryCredentials,
  RepositoryReader,
} from './git/RepositoryReader';
import { Enforcer } from './rbac/Enforcer';
import { ArgoCdCluster } from './spec/clusters';
import { normalizeGitUrl } from './spec/normalizeGitUrl';
import { ObjectStore } from './store/ObjectStore';
import { VersionSource } from './store/Versions';
import { Live } from './live/Live';

/** All that the API and the controller stand on. */
export interface Context {
  projects: ObjectStore<Project>;
  applications: ObjectStore<Application>;
  applicationSets: ObjectStore<ApplicationSet>;
  repositories: ObjectStore<StoredRepository>;
  clusters: readonly ArgoCdCluster[];
  accounts: Accounts;
  enforcer: Enforcer;
  reader: RepositoryReader;
  versions: VersionSource;
  clock: Clock;
  /** What deploys; absent where there is no cluster to deploy to. */
  live?: Live;
}

/** Throws Argo CD's words where somebody may not do that (EnforceErr). */
export function requireRight(
  { enforcer }: Context,
  { name, issuedAt }: Claims,
  resource: string,
  action: string,
  object: string,
): void {
  if (enforcer.isAllowed(name, resource, action, object)) return;
  const at = `${new Date(issuedAt * 1000).toISOString().slice(0, 19)}Z`;
  throw new ApiError(
    'PermissionDenied',
    `permission denied: ${resource}, ${action}, ${object}, sub: ${name}, iat: ${at}`,
  );
}

/** The stored repository of a URL: the project's own before one of everybody's. */
export function findRepository(
  { repositories }: Context,
  url: string,
  project: string,
): StoredRepository | undefined {
  const same = repositories
    .list()
    .filter(({ spec }) => normalizeGitUrl(spec.repo) === normalizeGitUrl(url));
  return (
    same.find(({ spec }) => spec.project === project) ??
    same.find(({ spec }) => !spec.project)
  );
}

/** What to show a repository of a project, if anything is stored for it. */
export function findCredentials(
  context: Context,
  url: string,
  project: string,
): RepositoryCredentials {
  return findRepository(context, url, project)?.spec ?? {};
}
