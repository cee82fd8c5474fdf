/** Metadata of an object as Argo CD answers it. Go leaves out what is empty, or says null. @public */
export interface ArgoCdMetadata {
  name: string;
  namespace?: string;
  labels?: Record<string, string> | null;
  annotations?: Record<string, string> | null;
  finalizers?: string[] | null;
}

/** A condition of an Application or ApplicationSet. @public */
export interface ArgoCdCondition {
  type: string;
  /** `True`, `False` or `Unknown`; an Application's has none. */
  status?: string;
  message?: string;
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
    source?: { repoURL?: string; [key: string]: unknown } | null;
    sources?: { repoURL?: string; [key: string]: unknown }[] | null;
    destination: AnsweredDestination;
    [key: string]: unknown;
  };
  status?: {
    sync?: { status?: string; revision?: string } | null;
    health?: { status?: string; message?: string } | null;
    operationState?: { phase?: string; message?: string } | null;
    conditions?: ArgoCdCondition[] | null;
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
