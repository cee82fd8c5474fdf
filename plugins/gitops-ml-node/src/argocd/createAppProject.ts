import { AppProjectManifest, ArgoCdDestination } from './manifests';
import { COMPONENT_LABEL, projectName } from './names';

/** @public */
export interface AppProjectOptions {
  component: string;
  repoUrl: string;
  /** One per environment of this Argo CD instance. */
  destinations: readonly ArgoCdDestination[];
}

/**
 * A component's AppProject: this one repository, exactly these destinations.
 * `Namespace` is the only kind outside a namespace that it may make, since the
 * sync option `CreateNamespace=true` is refused without it.
 * @public
 */
export function createAppProject(
  options: AppProjectOptions,
): AppProjectManifest {
  return {
    metadata: {
      name: projectName(options.component),
      labels: { [COMPONENT_LABEL]: options.component },
    },
    spec: {
      description: `Component ${options.component}, made by Backstage`,
      sourceRepos: [options.repoUrl],
      destinations: options.destinations.map(destination => ({
        ...destination,
      })),
      clusterResourceWhitelist: [{ group: '', kind: 'Namespace' }],
    },
  };
}
