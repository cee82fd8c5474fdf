import { KubernetesObject } from '../cluster/KubernetesObject';
import { AnalysisController } from './AnalysisController';
import { Context } from './Context';
import { RolloutController } from './RolloutController';

/** The controllers, until they are closed. */
interface Rollouts {
  /** Resolves when no measurement is being taken: a virtual clock may move on. */
  settled(): Promise<void>;
  close(): void;
}

/**
 * Argo Rollouts for the demo's cluster: canaries by replicas and by nginx, with
 * analyses. It makes ReplicaSets, not pods.
 */
export function startRollouts(context: Context): Rollouts {
  const { store } = context;
  const rollouts = new RolloutController(context);
  const analyses = new AnalysisController(context);

  const addOwner = ({ metadata }: KubernetesObject) => {
    for (const { kind, name } of metadata.ownerReferences ?? []) {
      if (kind !== 'Rollout') continue;
      rollouts.add({ metadata: { namespace: metadata.namespace, name } });
    }
  };
  const stop = store.watch(({ object }) => {
    switch (object.kind) {
      case 'Rollout':
        rollouts.add(object);
        break;
      case 'ReplicaSet':
        addOwner(object);
        break;
      case 'AnalysisRun':
        addOwner(object);
        analyses.add(object);
        break;
      // What a Rollout names may come after it.
      case 'AnalysisTemplate':
      case 'Service':
      case 'Ingress':
        rollouts.addAll(object.metadata.namespace);
        break;
      case 'ClusterAnalysisTemplate':
        rollouts.addAll();
        break;
      default:
    }
  });
  rollouts.addAll();
  for (const run of store.list('AnalysisRun')) analyses.add(run);
  return {
    settled: () => analyses.settled(),
    close() {
      stop();
      rollouts.close();
      analyses.close();
    },
  };
}
