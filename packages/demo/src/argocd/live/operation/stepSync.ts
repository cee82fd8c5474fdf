import { ClusterStore } from '../../../cluster/ClusterStore';
import { KubernetesObject } from '../../../cluster/KubernetesObject';
import { Pair } from '../compare/compareResources';
import { describeHealth } from '../health/describeHealth';
import { readDeletePolicies } from '../resources/directives';
import { isModified } from '../resources/predictLive';
import { applyTask, findLive, removeObject } from './applyTask';
import { pruneTask } from './pruneTask';
import { isCompleted, Phase, ResourceResult } from './contract';
import { describeRefusal } from './describeRefusal';
import { planTasks, SyncTask } from './SyncTask';
import { SyncResults } from './SyncResults';

export interface SyncInput {
  store: ClusterStore;
  pairs: readonly Pair[];
  /** Of the steps before this one. */
  results: readonly ResourceResult[];
  prune: boolean;
  dryRun: boolean;
  /** A partial sync, and one that only applies, runs no hooks. */
  skipHooks: boolean;
  syncOptions: readonly string[];
  /** The namespace to make if it isn't there. */
  createNamespace?: string;
  /** Why a resource is not permitted; nothing where it is. */
  refuse(ref: SyncTask['ref']): string | undefined;
}

interface SyncStep {
  phase: Phase;
  message: string;
  results: ResourceResult[];
}

type State = Omit<SyncStep, 'results'>;

/**
 * One step of a sync: looks at what runs, then does the next wave
 * (gitops-engine pkg/sync/sync_context.go, Sync).
 */
export function stepSync(input: SyncInput): SyncStep {
  const results = new SyncResults(input.results);
  const state = advance(input, results);
  return { ...state, results: results.list() };
}

function advance(input: SyncInput, results: SyncResults): State {
  const tasks = planTasks(input.pairs).filter(
    task => !(task.isHook && input.skipHooks) && isWanted(input, task),
  );
  const refused = results.isEmpty && refuseAny(input, tasks, results);
  if (refused) return refused;
  if (input.dryRun) return tryOut(tasks, results);
  const namespace = makeNamespace(input, results);
  if (namespace) return namespace;
  const [normal, onFailure] = [
    tasks.filter(({ phase }) => phase !== 'SyncFail'),
    tasks.filter(({ phase }) => phase === 'SyncFail'),
  ];
  const running = updateRunning(tasks, results);
  if (running.length > 0) return waitFor(running);
  deleteFinished(input.store, tasks, results);
  const failed = normal.filter(task => results.isFailed(task));
  if (failed.length > 0) {
    const message =
      'one or more synchronization tasks completed unsuccessfully';
    const refusals = failed.filter(
      task => results.get(task)?.status === 'SyncFailed',
    );
    return fail(
      input,
      onFailure,
      results,
      describe(message, refusals, results),
    );
  }
  return runNextWave(input, normal, onFailure, results);
}

/** ApplyOutOfSyncOnly leaves out what is as it should be. */
function isWanted({ syncOptions }: SyncInput, task: SyncTask): boolean {
  if (!syncOptions.includes('ApplyOutOfSyncOnly=true')) return true;
  const { target, live, isHook } = task;
  return isHook || !target || !live || isModified(target, live);
}

function refuseAny(
  { refuse }: SyncInput,
  tasks: readonly SyncTask[],
  results: SyncResults,
): State | undefined {
  const refused = tasks.flatMap(task => {
    const message = task.target && describeRefusal(task.ref, refuse);
    return message ? [{ task, message }] : [];
  });
  for (const { task, message } of refused) {
    results.set(task, { status: 'SyncFailed', message });
  }
  return refused.length > 0
    ? {
        phase: 'Failed',
        message: 'one or more synchronization tasks are not valid',
      }
    : undefined;
}

function tryOut(tasks: readonly SyncTask[], results: SyncResults): State {
  for (const task of tasks) {
    const { group, kind, name } = task.ref;
    const resource = `${kind.toLowerCase()}${group && `.${group}`}/${name}`;
    const verb = task.live ? 'configured' : 'created';
    results.set(
      task,
      task.target
        ? {
            status: 'Synced',
            hookPhase: 'Succeeded',
            message: `${resource} ${verb} (dry run)`,
          }
        : {
            status: 'Pruned',
            hookPhase: 'Succeeded',
            message: 'pruned (dry run)',
          },
    );
  }
  return { phase: 'Succeeded', message: 'successfully synced (no more tasks)' };
}

function makeNamespace(
  { store, createNamespace: name, pairs, refuse }: SyncInput,
  results: SyncResults,
): State | undefined {
  const isOwn = pairs.some(
    ({ target }) =>
      target?.kind === 'Namespace' && target.metadata.name === name,
  );
  if (!name || isOwn || store.get('Namespace', undefined, name)) {
    return undefined;
  }
  const target: KubernetesObject = {
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: { name, labels: { 'kubernetes.io/metadata.name': name } },
  };
  const ref = { group: '', version: 'v1', kind: 'Namespace', name };
  const task: SyncTask = {
    phase: 'PreSync',
    wave: 0,
    isHook: false,
    target,
    ref,
  };
  const refusal = refuse(ref);
  if (refusal) {
    results.set(task, { status: 'SyncFailed', message: refusal });
    return {
      phase: 'Failed',
      message: 'one or more synchronization tasks are not valid',
    };
  }
  store.create(target);
  results.set(task, {
    status: 'Synced',
    hookPhase: 'Running',
    message: `namespace/${name} created`,
  });
  return waitFor([task]);
}

/** Looks at what runs. @returns what still does */
function updateRunning(
  tasks: readonly SyncTask[],
  results: SyncResults,
): SyncTask[] {
  const running = tasks.filter(
    task => results.get(task)?.hookPhase === 'Running',
  );
  for (const task of running) {
    const before = results.get(task);
    const health = task.live && describeHealth(task.live);
    const phase = phaseOf(task, health?.status);
    results.set(task, {
      ...before,
      hookPhase: phase,
      message: health?.message ?? before?.message,
    });
  }
  return running.filter(task => results.get(task)?.hookPhase === 'Running');
}

function phaseOf(task: SyncTask, health: string | undefined): Phase {
  // One that was deleted by hand is waited for until the operation is ended.
  if (!task.live) return 'Running';
  if (health === undefined || health === 'Healthy') return 'Succeeded';
  return health === 'Degraded' ? 'Failed' : 'Running';
}

function waitFor(tasks: readonly SyncTask[]): State {
  const [{ ref, isHook }] = tasks;
  const resource = `${ref.group}/${ref.kind}/${ref.name}`;
  const more = tasks.length - 1;
  const [what, noun] = isHook
    ? ['completion of hook', 'hooks']
    : ['healthy state of', 'resources'];
  const rest = more > 0 ? ` and ${more} more ${noun}` : '';
  return {
    phase: 'Running',
    message: `waiting for ${what} ${resource}${rest}`,
  };
}

function runNextWave(
  input: SyncInput,
  tasks: readonly SyncTask[],
  onFailure: readonly SyncTask[],
  results: SyncResults,
): State {
  const pending = tasks.filter(task => !results.get(task));
  if (pending.length === 0) {
    const message = 'successfully synced (no more tasks)';
    return { phase: 'Succeeded', message };
  }
  const [{ phase, wave }] = pending;
  const isNow = (task: SyncTask) => task.phase === phase && task.wave === wave;
  const now = pending.filter(isNow);
  // A last wave without hooks has succeeded once it is applied.
  const remaining = pending.filter(task => !isNow(task) || task.isHook);
  for (const task of [
    ...now.filter(({ target }) => !target),
    ...now.filter(({ target }) => target),
  ]) {
    runTask(input, task, results);
  }
  const failed = now.filter(task => results.isFailed(task));
  if (failed.length > 0) {
    const message = 'one or more objects failed to apply';
    return fail(input, onFailure, results, describe(message, failed, results));
  }
  return remaining.length > 0
    ? waitFor(remaining)
    : { phase: 'Succeeded', message: 'successfully synced (all tasks run)' };
}

function runTask(
  { store, prune, syncOptions }: SyncInput,
  task: SyncTask,
  results: SyncResults,
): void {
  const { target, ref, isHook } = task;
  if (!target) {
    results.set(task, pruneTask(store, task, prune, syncOptions));
    return;
  }
  if (isHook && readDeletePolicies(target).includes('BeforeHookCreation')) {
    removeObject(store, ref);
  }
  const live = findLive(store, ref);
  const applied = applyTask(store, { ref, target, live }, syncOptions);
  const isSynced = applied.status === 'Synced';
  results.set(task, {
    ...applied,
    hookPhase: isSynced ? 'Running' : 'Failed',
  });
}

/** Runs the hooks that follow a failure, then says so. */
function fail(
  input: SyncInput,
  hooks: readonly SyncTask[],
  results: SyncResults,
  message: string,
): State {
  const pending = hooks.filter(task => !results.get(task));
  for (const task of pending) runTask(input, task, results);
  if (pending.length > 0) return waitFor(pending);
  const failed = hooks.filter(task => results.isFailed(task));
  const more =
    failed.length > 0
      ? `\n${describe('one or more SyncFail hooks failed', failed, results)}`
      : '';
  return { phase: 'Failed', message: `${message}${more}` };
}

function describe(
  message: string,
  tasks: readonly SyncTask[],
  results: SyncResults,
): string {
  const reasons = tasks.map(task => results.get(task)?.message ?? '');
  return reasons.length > 0
    ? `${message}, reason: ${reasons.join(',')}`
    : message;
}

function deleteFinished(
  store: ClusterStore,
  tasks: readonly SyncTask[],
  results: SyncResults,
): void {
  for (const task of tasks) {
    const phase = results.get(task)?.hookPhase;
    if (!task.isHook || !task.target || !phase || !isCompleted(phase)) continue;
    const wanted = phase === 'Succeeded' ? 'HookSucceeded' : 'HookFailed';
    if (readDeletePolicies(task.target).includes(wanted) && task.live) {
      removeObject(store, task.ref);
    }
  }
}

/** Ends the hooks that still run. */
export function terminateSync(input: SyncInput): SyncStep {
  const results = new SyncResults(input.results);
  for (const task of planTasks(input.pairs)) {
    if (results.get(task)?.hookPhase !== 'Running') continue;
    if (task.isHook) removeObject(input.store, task.ref);
    results.set(task, {
      ...results.get(task),
      hookPhase: 'Failed',
      message: task.isHook ? 'Terminated' : results.get(task)?.message,
    });
  }
  return {
    phase: 'Failed',
    message: 'Operation terminated',
    results: results.list(),
  };
}
