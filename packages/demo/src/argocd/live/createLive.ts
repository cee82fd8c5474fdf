import { Clock } from '../../clock/Clock';
import { ClusterStore } from '../../cluster/ClusterStore';
import { KubernetesObject } from '../../cluster/KubernetesObject';
import { Context, findCredentials } from '../Context';
import { Application, applicationSchema } from '../contract';
import { findForbidden } from '../spec/checkPermitted';
import { findCluster } from '../spec/clusters';
import { ApplicationController, Permissions } from './ApplicationController';
import { GitTargets } from './GitTargets';
import { Live } from './Live';
import { refuseResource } from './resources/refuseResource';

interface LiveOptions {
  store: ClusterStore;
  clock: Clock;
  refreshMs: number;
  waveDelayMs?: number;
  onError: (error: unknown) => void;
}

const read = (object: KubernetesObject): Application =>
  applicationSchema.parse(object);

function createPermissions({ projects, clusters }: Context): Permissions {
  return {
    findInvalid(object) {
      const application = read(object);
      const { project: name } = application.spec;
      const project = projects.get(name);
      return project
        ? findForbidden(application, project, clusters)
        : [`Application referencing project ${name} which does not exist`];
    },
    refuse(object, ref) {
      const { spec } = read(object);
      const project = projects.get(spec.project);
      const found = findCluster(clusters, spec.destination);
      return project && found.kind === 'found'
        ? refuseResource(project, found.cluster, ref)
        : undefined;
    },
  };
}

/** The application controller of an Argo CD with this context; it has yet to be started. */
export function createLive(context: Context, options: LiveOptions): Live {
  const { store, clock } = options;
  const controller = new ApplicationController({
    ...options,
    targets: new GitTargets(context.reader, (url, project) =>
      findCredentials(context, url, project),
    ),
    permissions: createPermissions(context),
  });
  return { store, clock, controller };
}
