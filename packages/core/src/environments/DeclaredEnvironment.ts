import { SourceSpot } from '../facts/dvc';

/** The fields of an environment that a source may give. @public */
export interface EnvironmentFields {
  /** The Argo CD instance, by its name in the configuration. */
  instance?: string;
  /** The destination by name, or by URL. */
  cluster?: string;
  server?: string;
  namespace?: string;
  /** The repository's path of what is deployed. */
  overlay?: string;
  /** As it is written: a branch, tag or commit. */
  revision?: string;
  /** The name of the Argo CD Application or Flux Kustomization. */
  application?: string;
  project?: string;
  /** Where the application is deployed from, without credentials. */
  repoUrl?: string;
}

/** Where environments come from; the earlier wins. @public */
export const ENVIRONMENT_SOURCES = [
  'gitops-ml.yaml',
  'argocd',
  'flux',
  'overlay',
] as const;

/** One of {@link ENVIRONMENT_SOURCES}. @public */
export type EnvironmentSource = (typeof ENVIRONMENT_SOURCES)[number];

/** A place that the system is deployed to, as the repository declares it. @public */
export interface DeclaredEnvironment extends EnvironmentFields {
  name: string;
  /** Which source gave which fields; the first one declared the name. */
  declaredBy: {
    source: EnvironmentSource;
    spot: SourceSpot;
    fields: (keyof EnvironmentFields)[];
  }[];
}
