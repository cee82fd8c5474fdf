import { createTimers, Timers } from '../clock/createTimers';
import { KubernetesObject } from '../cluster/KubernetesObject';
import { toJson } from '../json/toJson';
import { applyPlan } from './applyPlan';
import { checkRollout } from './checkRollout';
import { Context, keyOf, parseKey } from './Context';
import {
  analysisRunSchema,
  anyRolloutSchema,
  replicaSetSchema,
  Rollout,
} from './contract';
import { createCondition, setCondition } from './reconcile/conditions';
import { Owned } from './reconcile/Pass';
import { reconcile } from './reconcile/reconcile';

const belongsTo =
  ({ uid }: Rollout['metadata']) =>
  ({ metadata }: KubernetesObject) =>
    (metadata.ownerReferences ?? []).some(
      owner => owner.controller && owner.uid === uid,
    );

/** Looks at Rollouts, and does what a look leads to. */
export class RolloutController {
  private readonly timers: Timers;

  constructor(private readonly context: Context) {
    this.timers = createTimers(context.clock, key => {
      try {
        this.look(key);
      } catch (error) {
        context.onError(error);
      }
    });
  }

  /** Looks at one after what is being done now. */
  add(object: Pick<KubernetesObject, 'metadata'>): void {
    this.timers.set(keyOf(object), this.context.clock.now());
  }

  /** All Rollouts of a namespace; all of the cluster where none is named. */
  addAll(namespace?: string): void {
    const options = namespace === undefined ? {} : { namespace };
    for (const object of this.context.store.list('Rollout', options)) {
      this.add(object);
    }
  }

  close(): void {
    this.timers.close();
  }

  private look(key: string): void {
    const { store, clock } = this.context;
    const { namespace, name } = parseKey(key);
    const object = store.get('Rollout', namespace, name);
    if (!object || object.metadata.deletionTimestamp) return;
    const checked = checkRollout(this.context, object);
    if ('field' in checked) {
      this.refuse(namespace, name, `${checked.field}: ${checked.message}`);
      return;
    }
    const { rollout } = checked;
    const plan = reconcile(rollout, this.findOwned(rollout), clock.now());
    applyPlan(this.context, rollout, plan);
    if (plan.requeueAt !== undefined) this.timers.set(key, plan.requeueAt);
  }

  private findOwned({ metadata }: Rollout): Owned {
    const { store } = this.context;
    const { namespace } = metadata;
    const isOwn = belongsTo(metadata);
    return {
      replicaSets: store
        .list('ReplicaSet', { namespace })
        .filter(isOwn)
        .map(object => replicaSetSchema.parse(object)),
      analysisRuns: store
        .list('AnalysisRun', { namespace })
        .filter(isOwn)
        .map(object => analysisRunSchema.parse(object)),
    };
  }

  /** Source: rollout/controller.go `createInvalidRolloutCondition`. */
  private refuse(namespace: string, name: string, reason: string): void {
    const { store, clock } = this.context;
    const object = store.get('Rollout', namespace, name);
    const { data: rollout } = anyRolloutSchema.safeParse(object);
    if (!object || !rollout) return;
    const message = `The Rollout "${name}" is invalid: ${reason}`;
    const before = (rollout.status?.conditions ?? []).filter(
      each => each.type !== 'InvalidSpec' || each.message === message,
    );
    const condition = createCondition(
      'InvalidSpec',
      'True',
      'InvalidSpec',
      message,
      clock.now(),
    );
    const status = toJson({
      ...rollout.status,
      phase: 'Degraded',
      message: `InvalidSpec: ${message}`,
      observedGeneration: String(rollout.metadata.generation),
      conditions: setCondition(before, condition),
    });
    store.updateStatus({ ...object, status });
  }
}
