import { createSyncPolicy } from './createSyncPolicy';
import {
  ApplicationManifest,
  ArgoCdDestination,
  SyncPolicy,
} from './manifests';
import { COMPONENT_LABEL, ENVIRONMENT_LABEL } from './names';

/** Makes Argo CD delete an Application's resources with it. @public */
export const RESOURCES_FINALIZER = 'resources-finalizer.argocd.argoproj.io';

/** @public */
export interface ApplicationOptions {
  name: string;
  component: string;
  environment: string;
  project: string;
  repoUrl: string;
  targetRevision: string;
  path: string;
  destination: ArgoCdDestination;
  /** Added to the labels of component and environment. */
  labels?: Record<string, string>;
  /** Default: `createSyncPolicy()`. */
  syncPolicy?: SyncPolicy;
  /** Delete the resources when the Application is deleted. Default false. */
  deleteResources?: boolean;
}

/**
 * One Application, for repositories that hold no `argocd/` folder.
 * @public
 */
export function createApplication(
  options: ApplicationOptions,
): ApplicationManifest {
  return {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Application',
    metadata: {
      name: options.name,
      labels: {
        ...options.labels,
        [COMPONENT_LABEL]: options.component,
        [ENVIRONMENT_LABEL]: options.environment,
      },
      ...(options.deleteResources ? { finalizers: [RESOURCES_FINALIZER] } : {}),
    },
    spec: {
      project: options.project,
      source: {
        repoURL: options.repoUrl,
        targetRevision: options.targetRevision,
        path: options.path,
      },
      destination: options.destination,
      syncPolicy: options.syncPolicy ?? createSyncPolicy(),
    },
  };
}
