import { Entity } from '@backstage/catalog-model';
import { ConflictError, InputError, NotFoundError } from '@backstage/errors';
import {
  DeliveryActionRequest,
  DeliveryActionResponse,
} from '@gitops-ml/backstage-plugin-gitops-ml-common';
import {
  ActionPlan,
  Delivery,
  DELIVERY_ACTIONS,
  DeliveryActionId,
  planAction,
  readDeliveries,
} from '@gitops-ml/core';
import { LiveObject } from '../../live/kubernetes/contract';
import { KubernetesHttp } from '../../live/kubernetes/KubernetesHttp';
import { Place } from '../../live/kubernetes/KubernetesSources';
import { selectWorkloadObjects } from '../binding/bindWorkloads';
import { BoundWorkload, LiveEnvironment } from '../live/LiveEnvironments';
import { LiveTools } from '../live/LiveTools';
import { loadLiveEnvironments } from '../live/loadLiveEnvironments';
import { isConfirmed } from './isConfirmed';
import { WorkloadClient } from './WorkloadClient';

/** What somebody wants done. */
export interface ActionWish {
  entity: Entity;
  environment: string;
  kind: string;
  name: string;
  action: string;
  request: DeliveryActionRequest;
  /** Reaches clusters as the one who wants it. */
  http: KubernetesHttp;
}

interface Target {
  place: Place;
  workload: BoundWorkload;
  environment: LiveEnvironment;
}

type Plan = Exclude<ActionPlan, { refused: string }>;

/** Milliseconds. */
const CONFIRM_MS = 10_000;
const LOOK_MS = 500;

const notFound = ({ kind, name, environment }: ActionWish) =>
  new NotFoundError(`No ${kind} ${name} in ${environment} of this entity`);

/** Plans and performs actions on the workloads that belong to an entity; reaches no others. */
export class DeliveryActions {
  readonly #tools: LiveTools;
  readonly #confirmMs: number;
  readonly #now: () => number;

  constructor(tools: LiveTools, options: { confirmMs?: number } = {}) {
    this.#tools = tools;
    this.#confirmMs = options.confirmMs ?? CONFIRM_MS;
    this.#now = tools.now ?? Date.now;
  }

  /**
   * The plan of an action, or what came of it. Throws NotFoundError for what does
   * not belong to the entity, exactly as for what does not exist; ConflictError
   * for what makes no sense now, or no longer.
   */
  async run(wish: ActionWish): Promise<DeliveryActionResponse> {
    const action = readAction(wish.action);
    const target = await this.#find(wish);
    const client = new WorkloadClient(wish.http, target.place, target.workload);
    const object = await client.read();
    checkIsTarget(object, target);
    const plan = planAction(object, action);
    if ('refused' in plan) throw new ConflictError(plan.refused);
    const response = describePlan(action, target, object, plan);
    if (wish.request.dryRun) return response;
    checkVersion(wish.request, response.target.resourceVersion);
    const written = await client.patch(
      plan.patches,
      response.target.resourceVersion,
    );
    return {
      ...response,
      done: true,
      result: await this.#confirm(action, client, { object, written }),
    };
  }

  async #find(wish: ActionWish): Promise<Target> {
    const { environments } = await loadLiveEnvironments(
      this.#tools,
      wish.entity,
    );
    const environment = environments.find(
      ({ name }) => name === wish.environment,
    );
    const workload = environment?.workloads.find(
      ({ kind, name }) => kind === wish.kind && name === wish.name,
    );
    if (!environment?.place || !workload) throw notFound(wish);
    return { environment, workload, place: environment.place };
  }

  /**
   * Looks at the object until it shows the effect, or for too long. As we left it, it says
   * only what we wrote: the effect is what its controller has made of that.
   */
  async #confirm(
    action: DeliveryActionId,
    client: WorkloadClient,
    before: { object: LiveObject; written: string | undefined },
  ): Promise<DeliveryActionResponse['result']> {
    const deadline = this.#now() + this.#confirmMs;
    const was = this.#describe(before.object);
    let last: Delivery | undefined;
    for (;;) {
      const answer = await client.tryRead();
      last = answer.ok ? this.#describe(answer.value) : last;
      const hasMoved =
        answer.ok && answer.value.metadata.resourceVersion !== before.written;
      const confirmed = Boolean(
        hasMoved && was && last && isConfirmed(action, was, last),
      );
      if (confirmed || this.#now() >= deadline) {
        return {
          confirmed,
          phase: last?.phase ?? '',
          message: last?.message ?? 'The object could not be read again.',
          step: last?.step,
        };
      }
      await new Promise(resolve => {
        setTimeout(resolve, LOOK_MS);
      });
    }
  }

  #describe(object: LiveObject): Delivery | undefined {
    const now = new Date(this.#now()).toISOString();
    return readDeliveries([object], { now }).deliveries.at(0);
  }
}

function readAction(text: string): DeliveryActionId {
  const action = DELIVERY_ACTIONS.find(id => id === text);
  if (action) return action;
  throw new InputError(
    `No action ${JSON.stringify(text)}; there are ${DELIVERY_ACTIONS.join(
      ', ',
    )}`,
  );
}

/** What is there now must still be the entity's, not what it was when the watch last spoke. */
function checkIsTarget(
  object: LiveObject,
  { workload, environment }: Target,
): void {
  const { kind, namespace, name } = workload;
  const own = selectWorkloadObjects(
    [object],
    { kind, namespace, name },
    environment.application,
  );
  if (own.length === 0) {
    throw new NotFoundError(
      `No ${kind} ${name} in ${environment.name} of this entity`,
    );
  }
}

function checkVersion(
  { resourceVersion }: DeliveryActionRequest,
  current: string,
): void {
  if (resourceVersion === undefined) {
    throw new InputError(
      'resourceVersion is missing: it is what the plan (dryRun) was made for',
    );
  }
  if (resourceVersion !== current) {
    throw new ConflictError(
      'The workload has moved on since the plan was made; look at the new plan',
    );
  }
}

function describePlan(
  action: DeliveryActionId,
  { place, workload }: Target,
  { metadata }: LiveObject,
  plan: Plan,
): DeliveryActionResponse {
  return {
    schemaVersion: 1,
    action,
    patches: plan.patches,
    target: {
      ...place,
      kind: workload.kind,
      name: workload.name,
      resourceVersion: metadata.resourceVersion ?? '',
    },
    changes: plan.changes,
    done: false,
  };
}
