import { autoscalerController } from './autoscalerController';
import { deploymentController } from './deployments/deploymentController';
import { ingressController } from './ingressController';
import { jobController } from './jobs/jobController';
import { namespaceController } from './namespaceController';
import { podController } from './pods/podController';
import { replicaSetController } from './replicaSetController';
import { ControllerContext, runController } from './runController';

const controllers = [
  namespaceController,
  autoscalerController,
  deploymentController,
  replicaSetController,
  jobController,
  podController,
  ingressController,
];

/** Runs what Kubernetes itself runs in a cluster: all but Argo's controllers. */
export function startWorkloads(context: ControllerContext): {
  close(): void;
} {
  const stops = controllers.map(controller =>
    runController(context, controller),
  );
  return { close: () => stops.forEach(stop => stop()) };
}
