import { listImages } from '../resources/listImages';
import { ResourceResult } from './contract';
import { SyncTask, taskKey } from './SyncTask';

/** What is said of a task beside which one it is. */
export type Outcome = Pick<ResourceResult, 'status' | 'hookPhase' | 'message'>;

const keyOfResult = ({
  group,
  version,
  kind,
  namespace,
  name,
  syncPhase = 'Sync',
}: ResourceResult) =>
  taskKey({ ref: { group, version, kind, namespace, name }, phase: syncPhase });

/** What became of the tasks of an operation, in the order in which they were done. */
export class SyncResults {
  readonly #results: Map<string, ResourceResult>;

  constructor(results: readonly ResourceResult[]) {
    this.#results = new Map(
      results.map(result => [keyOfResult(result), result]),
    );
  }

  get isEmpty(): boolean {
    return this.#results.size === 0;
  }

  get(task: SyncTask): ResourceResult | undefined {
    return this.#results.get(taskKey(task));
  }

  isFailed(task: SyncTask): boolean {
    const result = this.get(task);
    const phase = result?.hookPhase;
    return (
      result?.status === 'SyncFailed' || phase === 'Failed' || phase === 'Error'
    );
  }

  set(task: SyncTask, { status, hookPhase, message }: Outcome): void {
    const { ref, target, phase, isHook } = task;
    const images = target ? listImages(target) : [];
    this.#results.set(taskKey(task), {
      group: ref.group,
      version: ref.version,
      kind: ref.kind,
      namespace: ref.namespace ?? '',
      name: ref.name,
      ...(status && { status }),
      ...(message && { message }),
      ...(isHook && { hookType: phase }),
      ...(hookPhase && { hookPhase }),
      syncPhase: phase,
      ...(images.length > 0 && { images }),
    });
  }

  list(): ResourceResult[] {
    return [...this.#results.values()];
  }
}
