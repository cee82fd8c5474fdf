import { isSameJson } from '../../../json/isSameJson';
import { Comparison, ResourceStatus } from '../compare/compareResources';
import {
  isCompleted,
  LiveSpec,
  Operation,
  OperationState,
} from '../operation/contract';

interface AutoSyncInput {
  spec: LiveSpec;
  comparison: Pick<Comparison, 'status' | 'resources'>;
  /** The commit that was compared with. */
  revision: string;
  /** Of the last operation, or the one that runs. */
  state: OperationState | undefined;
  hasOperation: boolean;
  /** May the compared commit hold other manifests than the last synced one? */
  mayDiffer: boolean;
  /** Milliseconds of the Unix time. */
  now: number;
}

type AutoSyncDecision =
  | { kind: 'nothing' }
  | { kind: 'sync'; operation: Operation }
  | { kind: 'wait'; delayMs: number }
  | { kind: 'error'; message: string };

const coolDownMs = 330_000;

const nameResource = ({ group, kind, name }: ResourceStatus) => ({
  ...(group && { group }),
  kind,
  name,
});

const nothing: AutoSyncDecision = { kind: 'nothing' };

/** Is an application to be synced by itself (controller/appcontroller.go, autoSync)? */
export function decideAutoSync(input: AutoSyncInput): AutoSyncDecision {
  const { spec, comparison, hasOperation } = input;
  const automated = spec.syncPolicy?.automated;
  if (!automated || automated.enabled === false || hasOperation) return nothing;
  if (comparison.status !== 'OutOfSync') return nothing;
  const drifted = comparison.resources.filter(
    ({ status }) => status !== 'Synced',
  );
  const needsPruneOnly = drifted.every(resource => resource.requiresPruning);
  if (!automated.prune && needsPruneOnly) return nothing;
  const attempt = findAttempt(input);
  if (attempt) return decideAgain(input, attempt, drifted);
  return sync(input);
}

/** The last operation, where it was for what is wanted now (alreadyAttemptedSync). */
function findAttempt({
  spec,
  revision,
  state,
  mayDiffer,
}: AutoSyncInput): OperationState | undefined {
  if (!state || !isCompleted(state.phase)) return undefined;
  if (!state.syncResult) return state;
  const { revision: synced, source } = state.syncResult;
  if (mayDiffer && synced !== revision) return undefined;
  return isSameJson(source, spec.source) ? state : undefined;
}

function decideAgain(
  input: AutoSyncInput,
  state: OperationState,
  drifted: readonly ResourceStatus[],
): AutoSyncDecision {
  if (state.phase !== 'Succeeded') {
    const revision = state.syncResult?.revision ?? '';
    const message = `Failed last sync attempt to [${revision}]: ${
      state.message ?? ''
    }`;
    return { kind: 'error', message };
  }
  if (!input.spec.syncPolicy?.automated?.selfHeal) return nothing;
  const finished = Date.parse(state.finishedAt ?? '');
  const since = Number.isNaN(finished) ? 0 : input.now - finished;
  const before = state.operation.sync.autoHealAttemptsCount ?? 0;
  const attempts = since < coolDownMs ? before : 0;
  const delayMs = readBackoff(attempts) - since;
  if (delayMs > 0) return { kind: 'wait', delayMs };
  const decision = sync(input, drifted);
  if (decision.kind !== 'sync') return decision;
  const { operation } = decision;
  const autoHealAttemptsCount = attempts + 1;
  return {
    kind: 'sync',
    operation: {
      ...operation,
      sync: { ...operation.sync, autoHealAttemptsCount },
    },
  };
}

/** Milliseconds between two self-heals: none, then 2 s, tripled, at most 5 min. */
function readBackoff(attempts: number): number {
  return attempts === 0 ? 0 : Math.min(2000 * 3 ** (attempts - 1), 300_000);
}

function sync(
  { spec, revision, comparison }: AutoSyncInput,
  drifted?: readonly ResourceStatus[],
): AutoSyncDecision {
  const { automated, retry, syncOptions } = spec.syncPolicy ?? {};
  const wipesOut = comparison.resources.every(
    ({ requiresPruning }) => requiresPruning,
  );
  if (automated?.prune && !automated.allowEmpty && wipesOut) {
    const message = `Skipping sync attempt to [${revision}]: auto-sync will wipe out all resources`;
    return { kind: 'error', message };
  }
  return {
    kind: 'sync',
    operation: {
      initiatedBy: { automated: true },
      retry: retry ?? { limit: 5 },
      sync: {
        revision,
        ...(automated?.prune && { prune: true }),
        ...(syncOptions && { syncOptions }),
        source: spec.source,
        ...(drifted && { resources: drifted.map(nameResource) }),
      },
    },
  };
}
