import { createSyncPolicy } from './createSyncPolicy';
import { ApplicationSetManifest } from './manifests';
import {
  applicationName,
  COMPONENT_LABEL,
  ENVIRONMENT_LABEL,
  projectName,
} from './names';

/** @public */
export interface ApplicationSetOptions {
  component: string;
  /** The name of the Argo CD instance; its folder below `argocd/`. */
  instance: string;
  repoUrl: string;
  /** The branch that holds the environment files. Default `main`. */
  revision?: string;
  /** An existing AppProject. Default: the component's own. */
  project?: string;
}

// The environment's name is the file's: a key in the file could be mistyped,
// which would delete one environment and make another.
const ENVIRONMENT = '{{.path.filename | trimSuffix ".yaml"}}';
const NORMALISED = '{{.path.filenameNormalized | trimSuffix ".yaml"}}';

/**
 * A component's ApplicationSet in one Argo CD instance: an Application for each
 * file `argocd/<instance>/environments/*.yaml`, at that file's revision. Without
 * `preserveResourcesOnDeletion` a removed or renamed file would delete all that
 * serves in its environment.
 * @public
 */
export function createApplicationSet(
  options: ApplicationSetOptions,
): ApplicationSetManifest {
  const { component, instance, repoUrl } = options;
  return {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'ApplicationSet',
    metadata: {
      name: projectName(component),
      labels: { [COMPONENT_LABEL]: component },
    },
    spec: {
      goTemplate: true,
      goTemplateOptions: ['missingkey=error'],
      syncPolicy: { preserveResourcesOnDeletion: true },
      generators: [
        {
          git: {
            repoURL: repoUrl,
            revision: options.revision ?? 'main',
            requeueAfterSeconds: 60,
            files: [{ path: `argocd/${instance}/environments/*.yaml` }],
          },
        },
      ],
      template: {
        metadata: {
          name: applicationName(component, NORMALISED),
          labels: {
            [COMPONENT_LABEL]: component,
            [ENVIRONMENT_LABEL]: ENVIRONMENT,
          },
          annotations: {
            'argocd.argoproj.io/manifest-generate-paths':
              '/infra/base;.;/features',
          },
        },
        spec: {
          project: options.project ?? projectName(component),
          source: {
            repoURL: repoUrl,
            targetRevision: '{{.revision}}',
            path: `infra/${ENVIRONMENT}`,
          },
          destination: { name: '{{.cluster}}', namespace: '{{.namespace}}' },
          syncPolicy: createSyncPolicy(),
        },
      },
    },
  };
}
