import { ReleaseIdentityView } from '@gitops-ml/backstage-plugin-gitops-ml-common';
import { PartDigests } from '@gitops-ml/core';

/** Whose releases they are. */
export interface ReleaseSubject {
  repository: string;
  folder: string;
  environment: string;
}

/** What Git proves of a release. */
export interface ReleaseInGit {
  /** The newest deployed commit that says the same release. */
  commit: string | undefined;
  /** Digests on which all deployed commits of it agree. */
  parts: PartDigests;
}

/** A release as it is kept. */
export interface KeptRelease {
  /** ISO 8601 */
  at: string;
  /**
   * Where `at` is from: `object` (its workload says so), `observed` (our clock), `pods` (when
   * pods were made), `argocd` (when Argo CD applied the commit).
   */
  atFrom: 'object' | 'observed' | 'pods' | 'argocd';
  /** It was after this: the time is not exact. */
  after: string | undefined;
  /**
   * What proves it: `watched` (the change was seen), `found` (it was so when watching began),
   * `replica-set` (pods that are kept), `argocd-history`.
   */
  provenance: 'watched' | 'found' | 'replica-set' | 'argocd-history';
  /** `unknown`: whether it became stable was not seen. */
  outcome: 'stable' | 'aborted' | 'unknown';
  /** One row for each outcome of it. */
  pods: string;
  identity: ReleaseIdentityView;
  configMaps: string[];
  /** What ran stable before. */
  previous: ReleaseIdentityView | undefined;
  reached: { index: number; count: number; inferred: boolean } | undefined;
  message: string | undefined;
  git: ReleaseInGit;
}

/** A release before Git was asked about it. */
export type NewRelease = Omit<KeptRelease, 'git'>;
