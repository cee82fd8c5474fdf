import { DvcArtifact } from './dvc';

/** An annotated tag as Git has it. Lightweight tags are no GTO tags. @public */
export interface AnnotatedTag {
  /** Without `refs/tags/`. */
  name: string;
  /** The commit it points to, dereferenced; `undefined` when it points to none. */
  commit: string | undefined;
  /** ISO 8601 in UTC. */
  taggedAt: string;
  tagger: string | undefined;
  message: string | undefined;
}

/** A version of an artifact. Times are ISO 8601 in UTC. @public */
export interface GtoVersion {
  /** `v1.2.3`, or the commit for a version that only a stage implies. */
  version: string;
  commit: string;
  tag: string | undefined;
  registeredAt: string | undefined;
  author: string | undefined;
  message: string | undefined;
  active: boolean;
  /** Only an assignment names this commit. */
  implicit: boolean;
}

/**
 * A version that was assigned to a stage, and whether it still is. `at` is ISO 8601 in UTC.
 * @public
 */
export interface GtoAssignment {
  stage: string;
  version: string;
  commit: string;
  tag: string;
  at: string;
  author: string | undefined;
  /** False once it was unassigned or its version deregistered. A newer assignment does not end it. */
  active: boolean;
}

/** One artifact of the registry that GTO keeps in Git tags. @public */
export interface GtoArtifact {
  /** `dir:name`, or the bare name. */
  name: string;
  deprecated: boolean;
  /** Greatest by semver among active registered versions. */
  latest: string | undefined;
  /** Newest registration first. */
  versions: GtoVersion[];
  /** Stage → the newest assignment that is active, by time. */
  stages: Record<string, GtoAssignment>;
  /** Newest first. */
  assignments: GtoAssignment[];
}

/**
 * What a repository's tags say, as `gto show` and `gto history` resolve them.
 * @public
 */
export interface GtoFacts {
  kind: 'gto';
  artifacts: GtoArtifact[];
}

/**
 * `artifacts.yaml` at a repository's root: what GTO knew of artifacts before
 * DVC had `artifacts:`. gto 1.10 still lists them.
 * @public
 */
export interface GtoIndexFacts {
  kind: 'gto-index';
  path: string;
  artifacts: DvcArtifact[];
}
