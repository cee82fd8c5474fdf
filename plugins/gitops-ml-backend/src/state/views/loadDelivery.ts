import { Entity } from '@backstage/catalog-model';
import {
  CommitView,
  DeliveryResponse,
  DeliveryView,
} from '@gitops-ml/backstage-plugin-gitops-ml-common';
import { readDeliveries } from '@gitops-ml/core';
import { assembleApplication } from '../assemble/assembleApplication';
import { assembleDelivery } from '../assemble/assembleDelivery';
import { toObservationView } from '../assemble/toObservationView';
import { findReached } from '../deliveries/DeliveryEvents';
import { identifyByGit, matchRelease } from '../environments/describeRunning';
import { CommitState } from '../environments/StateTuples';
import { describeRelease } from '../live/describeRelease';
import { BoundWorkload, LiveEnvironment } from '../live/LiveEnvironments';
import { LiveTools } from '../live/LiveTools';
import { loadLiveEnvironments } from '../live/loadLiveEnvironments';

/** `GET …/delivery` */
export async function loadDelivery(
  tools: LiveTools,
  entity: Entity,
  mayAct: boolean,
): Promise<DeliveryResponse> {
  const { envelope, environments, deployed, commits } =
    await loadLiveEnvironments(tools, entity, { withDeployed: true });
  return {
    ...envelope,
    environments: await Promise.all(
      environments.map(async environment => {
        const deliveries = await loadDeliveries(tools, environment);
        return {
          ...describeEnvironment(environment, deliveries, commits),
          deliveries: addCommits(deliveries, {
            deployed: deployed.get(environment.name) ?? [],
            commits,
          }),
          mayAct,
        };
      }),
    ),
  };
}

/** Which commit each set of pods is of, where what was deployed proves it. */
function addCommits(
  deliveries: readonly DeliveryView[],
  {
    deployed,
    commits,
  }: {
    deployed: readonly CommitState[];
    commits: ReadonlyMap<string, CommitView>;
  },
): DeliveryView[] {
  return deliveries.map(delivery => ({
    ...delivery,
    revisions: delivery.revisions.map(({ release, ...revision }) => ({
      ...revision,
      release: identifyByGit(release, matchRelease(release, deployed), commits),
    })),
  }));
}

function describeEnvironment(
  environment: LiveEnvironment,
  deliveries: readonly DeliveryView[],
  commits: ReadonlyMap<string, CommitView>,
): Omit<DeliveryResponse['environments'][number], 'deliveries' | 'mayAct'> {
  const { instance, instanceUrl, application, place, declared } = environment;
  return {
    name: environment.name,
    cluster: place?.cluster,
    namespace: place?.namespace ?? declared?.namespace,
    application:
      application && instance !== undefined
        ? assembleApplication({
            instance,
            instanceUrl,
            application,
            commits,
            deliveries,
          })
        : undefined,
    argocd: toObservationView(environment.argocd),
    kubernetes: toObservationView(environment.kubernetes),
    unbound: environment.unbound,
  };
}

/** The deliveries of an environment's workloads. */
export async function loadDeliveries(
  tools: LiveTools,
  { place, workloads }: LiveEnvironment,
): Promise<DeliveryView[]> {
  if (!place) return [];
  const found = await Promise.all(
    workloads.map(workload => loadWorkload(tools, place, workload)),
  );
  return found.flat();
}

async function loadWorkload(
  { live, events, now = Date.now }: LiveTools,
  place: NonNullable<LiveEnvironment['place']>,
  workload: BoundWorkload,
): Promise<DeliveryView[]> {
  const seen = await events.list(place, workload);
  const read = (objects: readonly unknown[]) =>
    readDeliveries(objects, {
      now: new Date(now()).toISOString(),
      remembered: query => findReached(seen, query),
    }).deliveries;
  const known = read(workload.objects);
  const uid = workload.objects.at(0)?.metadata.uid;
  const isForgotten = known.some(
    ({ aborted, reached }) => aborted && (!reached || reached.inferred),
  );
  const deliveries =
    isForgotten && uid !== undefined
      ? read([...workload.objects, ...live.stepEvents(place, uid)])
      : known;
  return deliveries.map(delivery =>
    assembleDelivery({
      delivery,
      cluster: place.cluster,
      object: workload.objects[0],
      events: seen,
      releaseOf: revision =>
        describeRelease(revision, name => live.configMap(place, name)),
    }),
  );
}
