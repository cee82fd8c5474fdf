/** Where an Application goes: the cluster by its name in Argo CD, or by its API's URL. @public */
export type ArgoCdDestination = { namespace: string } & (
  | { name: string; server?: undefined }
  | { server: string; name?: undefined }
);

/** What an AppProject says, as far as GitOps ML writes it. @public */
export interface AppProjectManifest {
  metadata: { name: string; labels?: Record<string, string> };
  spec: {
    description?: string;
    sourceRepos: string[];
    destinations: ArgoCdDestination[];
    clusterResourceWhitelist: { group: string; kind: string }[];
  };
}

/** When and how Argo CD applies a change. @public */
export interface SyncPolicy {
  automated?: { prune: boolean; selfHeal: boolean };
  retry?: {
    limit: number;
    refresh?: boolean;
    backoff?: { duration: string; factor?: number; maxDuration?: string };
  };
  syncOptions?: string[];
}

/** @public */
export interface ApplicationSpec {
  project: string;
  source: { repoURL: string; targetRevision: string; path: string };
  destination: ArgoCdDestination;
  syncPolicy?: SyncPolicy;
}

/** @public */
export interface ApplicationManifest {
  apiVersion: 'argoproj.io/v1alpha1';
  kind: 'Application';
  metadata: {
    name: string;
    labels?: Record<string, string>;
    annotations?: Record<string, string>;
    finalizers?: string[];
  };
  spec: ApplicationSpec;
}

/** An ApplicationSet over the environment files of one Git repository. @public */
export interface ApplicationSetManifest {
  apiVersion: 'argoproj.io/v1alpha1';
  kind: 'ApplicationSet';
  metadata: { name: string; labels?: Record<string, string> };
  spec: {
    goTemplate: true;
    goTemplateOptions: string[];
    syncPolicy: { preserveResourcesOnDeletion: boolean };
    generators: {
      git: {
        repoURL: string;
        revision: string;
        requeueAfterSeconds: number;
        files: { path: string }[];
      };
    }[];
    template: {
      metadata: {
        name: string;
        labels: Record<string, string>;
        annotations: Record<string, string>;
      };
      spec: ApplicationSpec;
    };
  };
}
