import { Clock, formatTime } from '../../clock/Clock';
import { Polling } from '../../clock/Polling';
import { ClusterStore } from '../../cluster/ClusterStore';
import { KubernetesObject } from '../../cluster/KubernetesObject';
import { isSameGitUrl } from '../spec/normalizeGitUrl';
import { Comparison } from './compare/compareResources';
import {
  LiveApplication,
  readApplication,
  writeApplication,
} from './LiveApplication';
import { removeObject } from './operation/applyTask';
import { isCompleted, OperationState } from './operation/contract';
import { beginRetry, finishStep, readRetryWait } from './operation/finishStep';
import { runOperation } from './operation/runOperation';
import { hasSyncOption } from './resources/directives';
import { listTracked } from './resources/listTracked';
import { refOf, ResourceRef } from './resources/ResourceRef';
import { readTracking } from './resources/tracking';
import { addHistory } from './status/addHistory';
import { decideAutoSync } from './status/decideAutoSync';
import {
  compareApplication,
  describeInvalidStatus,
  describeLiveStatus,
} from './status/describeLiveStatus';
import { describePollDelay } from './describePollDelay';
import { NewCondition } from './status/findConditions';
import { Targets, TargetSource } from './Targets';
import { Refresh, WorkQueue } from './WorkQueue';

/** What a project says of an application. */
export interface Permissions {
  /** What it does not allow of the application itself. */
  findInvalid(application: KubernetesObject): readonly string[];
  /** Why one resource is not permitted; nothing where it is. */
  refuse(application: KubernetesObject, ref: ResourceRef): string | undefined;
}

interface ApplicationControllerOptions {
  store: ClusterStore;
  clock: Clock;
  targets: TargetSource;
  permissions: Permissions;
  /** Milliseconds between two looks at a repository. */
  refreshMs: number;
  /** Milliseconds between two waves; Argo CD's default is 2000. */
  waveDelayMs?: number;
  onError: (error: unknown) => void;
}

const finalizer = 'resources-finalizer.argocd.argoproj.io';
const generatePaths = 'argocd.argoproj.io/manifest-generate-paths';
/** Changes that come together are looked at together. */
const settleMs = 20;
/** What is waited for is looked at again, should no change tell of it. */
const pollMs = 1000;

/** Keeps each Application's status true, and its cluster as Git wants it. */
export class ApplicationController {
  readonly #loaded = new Map<string, { query: string; targets: Targets }>();
  readonly #comparisons = new Map<string, Comparison>();
  readonly #notBefore = new Map<string, number>();
  readonly #signatures = new Map<string, string>();
  #stop: (() => void) | undefined;
  readonly #queue: WorkQueue;
  readonly polling: Polling;

  constructor(private readonly options: ApplicationControllerOptions) {
    const { clock, onError, refreshMs } = options;
    const work = (name: string, how: Refresh) => this.#reconcile(name, how);
    this.#queue = new WorkQueue(clock, work, onError);
    this.polling = new Polling(
      clock,
      () => describePollDelay(refreshMs, this.#names().length),
      () => {
        for (const name of this.#names()) this.#queue.askIfIdle(name, 'normal');
      },
    );
  }

  /** Looks at all applications now, at each change, and again and again; less often where they are many. */
  start(): void {
    const { store } = this.options;
    this.#stop = store.watch(({ object }) => this.#notice(object));
    this.refreshAll('normal');
    this.polling.start();
  }

  refreshAll(how: Refresh): void {
    for (const name of this.#names()) this.#queue.ask(name, how);
  }

  /** Reads again what is deployed from a repository. */
  refreshOf(repoURL: string, how: Refresh): void {
    for (const name of this.#names()) {
      const { source } = readApplication(this.options.store, name)?.spec ?? {};
      if (!source || isSameGitUrl(source.repoURL, repoURL)) {
        this.#queue.ask(name, how);
      }
    }
  }

  /** Reads an application's repository again. @returns when that has been done */
  async refresh(name: string, how: Refresh): Promise<void> {
    this.#queue.ask(name, how);
    await this.#queue.settle(name);
  }

  /** How the resources of an application compare, as it was last seen. */
  comparisonOf(name: string): Comparison | undefined {
    return this.#comparisons.get(name);
  }

  /** What Git wants of an application, as it was last read. */
  targetsOf(name: string): Targets | undefined {
    return this.#loaded.get(name)?.targets;
  }

  /** Ends when no application is being worked on. */
  settled(): Promise<void> {
    return this.#queue.settled();
  }

  async close(): Promise<void> {
    this.#stop?.();
    this.polling.stop();
    await this.#queue.close();
  }

  #names(): string[] {
    const applications = this.options.store.list('Application');
    return applications.map(({ metadata }) => metadata.name);
  }

  #notice(object: KubernetesObject): void {
    const { kind, metadata, spec, operation } = object;
    if (kind === 'Application') {
      // Its status is this controller's own to write.
      const { deletionTimestamp, annotations } = metadata;
      const said = [spec, operation, deletionTimestamp, annotations];
      const signature = JSON.stringify(said);
      if (this.#signatures.get(metadata.name) === signature) return;
      this.#signatures.set(metadata.name, signature);
      this.#queue.plan(metadata.name, settleMs);
      return;
    }
    const application = readTracking(object);
    if (application) this.#queue.plan(application, settleMs);
  }

  async #reconcile(name: string, how: Refresh): Promise<void> {
    const { store, permissions } = this.options;
    const before = readApplication(store, name);
    if (!before) {
      this.#forget(name);
      return;
    }
    if (before.isDeleted) {
      this.#remove(before);
      return;
    }
    const invalid = permissions.findInvalid(before.object);
    if (invalid.length > 0) this.#refuse(before, invalid);
    else await this.#compare(before, how);
    await this.#operate(name, invalid);
  }

  #forget(name: string): void {
    this.#loaded.delete(name);
    this.#comparisons.delete(name);
    this.#notBefore.delete(name);
    this.#signatures.delete(name);
  }

  /** Deletes what belongs to an application, and then lets it go. */
  #remove({ name, finalizers, object }: LiveApplication): void {
    const { store } = this.options;
    if (!finalizers.includes(finalizer)) return;
    for (const owned of listTracked(store, name)) {
      if (hasSyncOption(owned, 'Delete=false')) continue;
      removeObject(store, refOf(owned));
    }
    const left = finalizers.filter(item => item !== finalizer);
    store.update({
      ...object,
      metadata: { ...object.metadata, finalizers: left },
    });
  }

  #refuse(application: LiveApplication, invalid: readonly string[]): void {
    const { store, clock } = this.options;
    const conditions = invalid.map(message => ({
      type: 'InvalidSpecError',
      message,
    }));
    const now = clock.now();
    this.#comparisons.delete(application.name);
    writeApplication(store, application, {
      status: describeInvalidStatus({ application, conditions, now }),
      operation: application.operation,
    });
  }

  async #compare(asked: LiveApplication, how: Refresh): Promise<void> {
    const { store, clock } = this.options;
    const { isRefreshed, targets } = await this.#load(asked, how);
    const application = readApplication(store, asked.name);
    if (!application || application.isDeleted) return;
    const comparison = compareApplication(store, application, targets);
    this.#comparisons.set(application.name, comparison);
    const decision = decideAutoSync({
      spec: application.spec,
      comparison,
      revision: targets.kind === 'loaded' ? targets.revision : '',
      state: application.status.operationState,
      hasOperation: application.operation !== undefined,
      mayDiffer: await this.#mayDiffer(application, targets),
      now: clock.now(),
    });
    const conditions: NewCondition[] = [
      ...(targets.kind === 'failed'
        ? [{ type: 'ComparisonError', message: targets.message }]
        : []),
      ...(decision.kind === 'error'
        ? [{ type: 'SyncError', message: decision.message }]
        : []),
    ];
    const status = describeLiveStatus({
      store,
      application,
      targets,
      comparison,
      conditions,
      isRefreshed,
      now: clock.now(),
    });
    if (decision.kind === 'wait')
      this.#queue.plan(application.name, decision.delayMs);
    // A new operation takes the place of the last one's state.
    const begins = decision.kind === 'sync';
    writeApplication(store, application, {
      status: begins ? { ...status, operationState: undefined } : status,
      operation: begins ? decision.operation : application.operation,
    });
  }

  async #load(
    { name, spec, annotations }: LiveApplication,
    how: Refresh,
  ): Promise<{ isRefreshed: boolean; targets: Targets }> {
    const query = {
      project: spec.project,
      source: spec.source,
      generatePaths: annotations[generatePaths],
    };
    const text = JSON.stringify(query);
    const known = this.#loaded.get(name);
    if (known?.query === text && (how === 'none' || how === 'compared')) {
      return { isRefreshed: how === 'compared', targets: known.targets };
    }
    const targets = await this.options.targets.load({
      ...query,
      isHard: how === 'hard',
    });
    this.#loaded.set(name, { query: text, targets });
    return { isRefreshed: true, targets };
  }

  /** May this commit want other things than the one that was synced last? */
  async #mayDiffer(
    { spec, annotations, status }: LiveApplication,
    targets: Targets,
  ): Promise<boolean> {
    const synced = status.operationState?.syncResult?.revision;
    if (targets.kind !== 'loaded' || !targets.digest || !synced) return true;
    if (synced === targets.revision) return false;
    const before = await this.options.targets.load({
      project: spec.project,
      source: spec.source,
      revision: synced,
      generatePaths: annotations[generatePaths],
    });
    return before.kind !== 'loaded' || before.digest !== targets.digest;
  }

  async #operate(name: string, invalid: readonly string[]): Promise<void> {
    const { store, clock } = this.options;
    const asked = readApplication(store, name);
    if (!asked?.operation) return;
    const state = this.#begin(asked);
    const wait = this.#readWait(name, state);
    if (wait > 0) {
      this.#queue.plan(name, wait);
      return;
    }
    const targets =
      invalid.length > 0
        ? { kind: 'failed' as const, message: '' }
        : await this.#loadFor(asked, state);
    const application = readApplication(store, name);
    if (!application?.operation) return;
    // It may have been told to end meanwhile.
    const isTerminating =
      application.status.operationState?.phase === 'Terminating';
    const step = runOperation({
      store,
      application: name,
      spec: application.spec,
      state: isTerminating ? { ...state, phase: 'Terminating' } : state,
      targets,
      invalid,
      refuse: ref => this.options.permissions.refuse(application.object, ref),
    });
    const next = isTerminating
      ? { ...step, finishedAt: formatTime(clock.now()) }
      : finishStep(step, clock.now());
    this.#finish(application, state, next);
  }

  /** The state of an operation, that may be new, or be tried again. */
  #begin(application: LiveApplication): OperationState {
    const { store, clock } = this.options;
    const { operation, status } = application;
    const before = status.operationState;
    if (!operation) throw new Error(`${application.name} has no operation`);
    if (before && !isCompleted(before.phase)) {
      const wait = readRetryWait(before, clock.now());
      if (wait !== 0) return before;
      const again = beginRetry(before);
      writeApplication(store, application, {
        status: { ...status, operationState: again },
        operation,
      });
      return again;
    }
    const operationState: OperationState = {
      operation,
      phase: 'Running',
      startedAt: formatTime(clock.now()),
    };
    writeApplication(store, application, {
      status: { ...status, operationState },
      operation,
    });
    return operationState;
  }

  #readWait(name: string, state: OperationState): number {
    const { clock } = this.options;
    if (state.phase === 'Terminating') return 0;
    const retry = readRetryWait(state, clock.now()) ?? 0;
    const wave = (this.#notBefore.get(name) ?? 0) - clock.now();
    return Math.max(retry, wave, 0);
  }

  async #loadFor(
    { spec, annotations }: LiveApplication,
    { operation, syncResult }: OperationState,
  ): Promise<Targets> {
    // All steps of one attempt are of one commit.
    const revision = operation.sync.revision ?? syncResult?.revision;
    return this.options.targets.load({
      project: spec.project,
      source: operation.sync.source ?? spec.source,
      ...(revision && { revision }),
      generatePaths: annotations[generatePaths],
    });
  }

  #finish(
    application: LiveApplication,
    before: OperationState,
    state: OperationState,
  ): void {
    const { store, clock, waveDelayMs = 2000 } = this.options;
    const { status, operation, name, spec } = application;
    const isDone = isCompleted(state.phase);
    const count = (of: OperationState) => of.syncResult?.resources?.length ?? 0;
    const hasDone = count(state) > count(before);
    this.#notBefore.set(name, hasDone ? clock.now() + waveDelayMs : 0);
    const history = isDone
      ? addHistory(status.history ?? [], state, spec, clock.now())
      : status.history;
    writeApplication(store, application, {
      status: { ...status, history, operationState: state },
      operation: isDone ? undefined : operation,
    });
    if (isDone) this.#leave(application);
    else this.#queue.plan(name, hasDone ? waveDelayMs : pollMs);
  }

  /** Looks once more at what an operation left behind. */
  #leave({ name, operation }: LiveApplication): void {
    this.#notBefore.delete(name);
    const isAutomated = operation?.initiatedBy.automated;
    this.#queue.ask(name, isAutomated ? 'compared' : 'normal');
  }
}
