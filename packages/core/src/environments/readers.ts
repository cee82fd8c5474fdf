import { createFileReader } from '../reading/createFileReader';
import { fileNameOf } from '../reading/safePath';
import { Reader } from '../reading/Reader';
import { readKustomization } from './kustomize/readKustomization';
import { readGitopsManifest } from './manifests/readGitopsManifest';
import { readReleaseEnv } from './readReleaseEnv';

const KUSTOMIZATION = /^(?:kustomization\.ya?ml|Kustomization)$/;
/** YAML that other tools own, and folders in which nobody keeps what is deployed. */
const OTHERS =
  /(?:^|\/)(?:\.[^/]+|node_modules|dvc\.yaml|params\.yaml|mkdocs\.ya?ml|catalog-info\.ya?ml|feature_store\.yaml|gitops-ml\.yaml)(?:\/|$)/;

function isManifest(path: string): boolean {
  return /\.ya?ml$/.test(path) && !OTHERS.test(path) && !isKustomization(path);
}

function isKustomization(path: string): boolean {
  return KUSTOMIZATION.test(fileNameOf(path));
}

/**
 * The readers of what a GitOps engine deploys: manifests of Argo CD and Flux,
 * kustomizations, and `release.env`.
 * @public
 */
export const ENVIRONMENT_READERS: Reader[] = [
  createFileReader({
    id: 'gitops-manifest',
    version: 2,
    isEntry: isManifest,
    // Git generators take parameters from JSON files, too.
    watches: path =>
      isManifest(path) ||
      /(?:^|\/)(?:argocd|environments|envs|clusters)\/.*\.json$/.test(path),
    passesOver: true,
    read: readGitopsManifest,
  }),
  createFileReader({
    id: 'kustomization',
    version: 2,
    isEntry: isKustomization,
    read: readKustomization,
  }),
  createFileReader({
    id: 'release-env',
    version: 1,
    isEntry: path => fileNameOf(path) === 'release.env',
    read: readReleaseEnv,
  }),
];
