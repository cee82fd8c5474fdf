import { ClusterStore } from '../../../cluster/ClusterStore';
import { pairUp } from '../compare/compareResources';
import { listTracked } from '../resources/listTracked';
import { placeTargets } from '../resources/placeTargets';
import { keyOf, refOf, ResourceRef } from '../resources/ResourceRef';
import { Targets } from '../Targets';
import { findLive } from './applyTask';
import { LiveSpec, OperationState } from './contract';
import { stepSync, SyncInput, terminateSync } from './stepSync';

interface OperationInput {
  store: ClusterStore;
  application: string;
  spec: LiveSpec;
  state: OperationState;
  /** At the operation's commit. */
  targets: Targets;
  /** What the project does not allow of the application itself. */
  invalid: readonly string[];
  refuse(ref: ResourceRef): string | undefined;
}

/** One step of an operation. */
export function runOperation(input: OperationInput): OperationState {
  const { state, targets, invalid } = input;
  const error = (message: string): OperationState => ({
    ...state,
    phase: 'Error',
    message,
  });
  if (invalid.length > 0) {
    const words = invalid.map(message => `InvalidSpecError: ${message}`);
    return error(words.join(';'));
  }
  const source = state.operation.sync.source ?? input.spec.source;
  const asked = state.operation.sync.revision;
  if (targets.kind === 'failed') {
    const failed = error(`ComparisonError: ${targets.message}`);
    return { ...failed, syncResult: { revision: asked ?? '', source } };
  }
  const sync = createInput(input, targets.objects);
  const step =
    state.phase === 'Terminating' ? terminateSync(sync) : stepSync(sync);
  return {
    ...state,
    phase: step.phase,
    message: step.message,
    syncResult: {
      resources: step.results,
      revision: targets.revision,
      source,
    },
  };
}

function createInput(
  { store, application, spec, state, refuse }: OperationInput,
  objects: Extract<Targets, { kind: 'loaded' }>['objects'],
): SyncInput {
  const { sync } = state.operation;
  const { namespace } = spec.destination;
  const targets = placeTargets(objects, application, namespace);
  const tracked = listTracked(store, application);
  const known = new Set(tracked.map(object => keyOf(refOf(object))));
  // What is there, but is not tracked yet, is adopted by an apply.
  const others = targets.flatMap(target => {
    const live = findLive(store, refOf(target));
    return live && !known.has(keyOf(refOf(live))) ? [live] : [];
  });
  const pairs = pairUp(targets, [...tracked, ...others]);
  const options = sync.syncOptions ?? [];
  const isPartial = Boolean(sync.resources?.length);
  return {
    store,
    pairs: pairs.filter(({ target, live }) => {
      const object = target ?? live;
      return object && (!isPartial || isAsked(refOf(object), sync.resources));
    }),
    results: state.syncResult?.resources ?? [],
    prune: sync.prune ?? false,
    dryRun: sync.dryRun ?? false,
    skipHooks: isPartial || sync.syncStrategy?.apply !== undefined,
    syncOptions: options,
    createNamespace: options.includes('CreateNamespace=true')
      ? namespace
      : undefined,
    refuse,
  };
}

function isAsked(
  ref: ResourceRef,
  asked: OperationState['operation']['sync']['resources'] = [],
): boolean {
  return asked.some(
    ({ group = '', kind, name, namespace }) =>
      group === ref.group &&
      kind === ref.kind &&
      name === ref.name &&
      (namespace === undefined || namespace === ref.namespace),
  );
}
