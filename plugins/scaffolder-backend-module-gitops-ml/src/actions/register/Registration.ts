import {
  ApplicationManifest,
  ApplicationSetManifest,
  AppProjectManifest,
  ArgoCdDestination,
  SyncPolicy,
} from '@gitops-ml/backstage-plugin-gitops-ml-node';

/** What to do with an object that exists and is different. */
export type OnConflict = 'fail' | 'adopt' | 'upsert';

/** Until when the action waits. */
export type Wait = 'none' | 'synced' | 'healthy';

/** A place the component is deployed to. */
export interface EnvironmentInput {
  name: string;
  instance: string;
  cluster?: string;
  server?: string;
  namespace: string;
}

/** One Application for each environment, for repositories without `argocd/`. */
export interface ApplicationLayout {
  path: string;
  name?: string;
  labels?: Record<string, string>;
  automated?: boolean;
  prune?: boolean;
  selfHeal?: boolean;
  syncOptions?: string[];
  retry?: NonNullable<SyncPolicy['retry']>;
  deleteResources?: boolean;
}

/** What the action is asked for. */
export interface RegisterInput {
  name: string;
  repoUrl: string;
  environments: EnvironmentInput[];
  project?: string;
  layout?: 'application-set' | { application: ApplicationLayout };
  revision?: string;
}

/** An environment with the Application that it will have. */
export interface RegisteredEnvironment {
  name: string;
  application: string;
  destination: ArgoCdDestination;
}

/** What is wanted of one Argo CD instance. */
export interface Registration {
  instance: string;
  component: string;
  repoUrl: string;
  environments: RegisteredEnvironment[];
  project:
    | { kind: 'own'; name: string; manifest: AppProjectManifest }
    | { kind: 'existing'; name: string };
  workload:
    | { kind: 'application-set'; manifest: ApplicationSetManifest }
    | { kind: 'applications'; manifests: ApplicationManifest[] };
}
