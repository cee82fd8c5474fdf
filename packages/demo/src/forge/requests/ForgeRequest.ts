import { RepositoryName } from './repositoryName';

/** Which part of a list is asked for; pages count from 1. */
export interface Paging {
  page: number;
  limit: number;
}

/** What git itself asks. */
export interface GitRequest {
  kind: 'git';
  repository: RepositoryName;
  service: 'info/refs' | 'git-upload-pack' | 'git-receive-pack';
  query: string;
  isPush: boolean;
}

/** How an address names a commit: the word that says how, and what follows. */
export interface RefPath {
  refKind: 'branch' | 'tag' | 'commit';
  /** The ref's name and then the path; a name can hold slashes. */
  segments: string[];
}

/** What is asked of the forge, whether or not the repository is there. */
type RepositoryRequest =
  | { kind: 'repository' }
  | { kind: 'repository-delete' }
  | { kind: 'branches'; paging: Paging }
  | { kind: 'tags'; paging: Paging }
  | { kind: 'hooks'; paging: Paging }
  | { kind: 'hook-create' }
  | { kind: 'hook-delete'; id: number }
  | { kind: 'contents'; path: string; ref?: string }
  | { kind: 'contents-create'; path: string }
  | { kind: 'commit'; ref: string }
  | { kind: 'archive'; ref: string; format: 'tar.gz' | 'zip' }
  | { kind: 'repository-page' }
  | { kind: 'commit-page'; oid: string }
  | ({ kind: 'source-page' } & RefPath)
  | ({ kind: 'raw' } & RefPath);

type OrganisationRequest =
  | { kind: 'organisation' }
  | { kind: 'organisation-repositories'; paging: Paging }
  | { kind: 'repository-create' }
  | { kind: 'organisation-page' };

/** What a request to the forge asks for. */
export type ForgeRequest =
  | GitRequest
  | { kind: 'stylesheet' }
  | { kind: 'home-page' }
  | { kind: 'organisation-create' }
  | (OrganisationRequest & { organisation: string })
  | (RepositoryRequest & { repository: RepositoryName });

/** The requests of one kind. */
export type Asked<K extends ForgeRequest['kind']> = Extract<
  ForgeRequest,
  { kind: K }
>;
