import { SourceSpot } from './dvc';

/** An Argo CD Application, also a generated one, or a Flux Kustomization. @public */
export interface DeclaredApplication {
  engine: 'argocd' | 'flux';
  name: string;
  /** The label `gitops-ml/environment`, else the folder below `infra`, `overlays` or the like. */
  environment: string | undefined;
  /** The Argo CD instance: the folder in `argocd/<instance>/`. */
  instance: string | undefined;
  project: string | undefined;
  /** Without credentials. */
  repoUrl: string | undefined;
  /** The repository's path of what is deployed; `''` is the root. */
  overlay: string | undefined;
  revision: string | undefined;
  /** The destination's name, or its URL in `server`. */
  cluster: string | undefined;
  server: string | undefined;
  namespace: string | undefined;
  /** Of Flux: the name of the GitRepository that it follows. */
  sourceName: string | undefined;
  declaredIn: SourceSpot;
}

/** A Flux GitRepository. @public */
export interface FluxRepository {
  name: string;
  url: string | undefined;
  revision: string | undefined;
}

/** A YAML file with manifests of a GitOps engine. @public */
export interface GitopsManifestFacts {
  kind: 'gitops-manifest';
  path: string;
  applications: DeclaredApplication[];
  repositories: FluxRepository[];
  /** The files from which generators took their parameters. */
  parameterFiles: string[];
}

/** What a kustomization names. @public */
export interface KustomizationReference {
  /** As it is written, without what stands before `=`. */
  value: string;
  /** The repository's path; `undefined` for what lies elsewhere. */
  path: string | undefined;
  line: number;
}

/** An image as a kustomization names it; without tag and digest it keeps the manifest's. @public */
export interface KustomizationImage {
  /** The repository, after the kustomization has replaced it. */
  repository: string;
  tag: string | undefined;
  /** `sha256:…` */
  digest: string | undefined;
}

/** A `kustomization.yaml`. @public */
export interface KustomizationFacts {
  kind: 'kustomization';
  path: string;
  folder: string;
  isComponent: boolean;
  references: KustomizationReference[];
  images: KustomizationImage[];
}

/** `release.env`: what a release says of itself. @public */
export interface ReleaseEnvFacts {
  kind: 'release-env';
  path: string;
  values: Record<string, string>;
}
