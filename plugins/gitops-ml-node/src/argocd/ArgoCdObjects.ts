/** Metadata of an object as Argo CD answers it. Go leaves out what is empty, or says null. @public */
export interface ArgoCdMetadata {
  name: string;
  namespace?: string;
  labels?: Record<string, string> | null;
  annotations?: Record<string, string> | null;
  finalizers?: string[] | null;
  uid?: string;
  resourceVersion?: string;
}

/** A condition of an Application or ApplicationSet. @public */
export interface ArgoCdCondition {
  type: string;
  /** `True`, `False` or `Unknown`; an Application's has none. */
  status?: string;
  message?: string;
  lastTransitionTime?: string;
}

/** Where an Application's manifests come from, as Argo CD answers it. @public */
export interface ArgoCdSource {
  repoURL?: string;
  path?: string;
  targetRevision?: string;
  [key: string]: unknown;
}

/** An object that an Application manages, as Argo CD answers it. @public */
export interface ArgoCdResource {
  group?: string;
  version?: string;
  kind: string;
  namespace?: string;
  name: string;
  /** Synced, OutOfSync, Unknown; hooks have none. */
  status?: string;
  health?: { status?: string; message?: string } | null;
  /** It is no more in Git. */
  requiresPruning?: boolean;
}

/** A sync that ended well. @public */
export interface ArgoCdDeployment {
  id?: number;
  revision?: string;
  revisions?: string[] | null;
  deployedAt?: string;
  initiatedBy?: { username?: string; automated?: boolean } | null;
}

/** The sync that is under way, or the last one. @public */
export interface ArgoCdOperation {
  phase?: string;
  message?: string;
  startedAt?: string;
  finishedAt?: string;
  syncResult?: { revision?: string; revisions?: string[] | null } | null;
}

/** All Applications that an account may see, at one moment. @public */
export interface ArgoCdApplicationList {
  items: ArgoCdApplication[];
  /** From where a stream goes on. */
  resourceVersion: string | undefined;
}

/** One message of a stream of Applications. @public */
export interface ArgoCdApplicationEvent {
  /** ADDED, MODIFIED, DELETED */
  type: string;
  application: ArgoCdApplication;
}

/** A destination as Argo CD answers it. @public */
export interface AnsweredDestination {
  name?: string;
  server?: string;
  namespace?: string;
}

/** An AppProject as Argo CD answers it. @public */
export interface ArgoCdAppProject {
  metadata: ArgoCdMetadata;
  spec: {
    sourceRepos?: string[] | null;
    destinations?: AnsweredDestination[] | null;
    [key: string]: unknown;
  };
}

/** An Application as Argo CD answers it. @public */
export interface ArgoCdApplication {
  metadata: ArgoCdMetadata;
  spec: {
    project: string;
    source?: ArgoCdSource | null;
    sources?: ArgoCdSource[] | null;
    destination: AnsweredDestination;
    [key: string]: unknown;
  };
  status?: {
    sync?: {
      status?: string;
      revision?: string;
      revisions?: string[] | null;
    } | null;
    health?: { status?: string; message?: string } | null;
    /** When it was last compared in full. */
    reconciledAt?: string | null;
    operationState?: ArgoCdOperation | null;
    conditions?: ArgoCdCondition[] | null;
    /** Oldest first. */
    history?: ArgoCdDeployment[] | null;
    resources?: ArgoCdResource[] | null;
  } | null;
}

/** An ApplicationSet as Argo CD answers it. @public */
export interface ArgoCdApplicationSet {
  metadata: ArgoCdMetadata;
  spec: {
    template: {
      spec: { project: string; [key: string]: unknown };
      [key: string]: unknown;
    };
    [key: string]: unknown;
  };
  status?: {
    conditions?: ArgoCdCondition[] | null;
    /** The Applications, after a dry run. */
    resources?: { name: string }[] | null;
  } | null;
}
