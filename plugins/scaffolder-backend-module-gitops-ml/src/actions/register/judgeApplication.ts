import {
  ArgoCdApplication,
  ArgoCdCondition,
} from '@gitops-ml/backstage-plugin-gitops-ml-node';
import { Wait } from './Registration';

/** How far an Application is on its way. */
export type Judgement =
  | { state: 'done'; text: string }
  | { state: 'waiting'; text: string }
  /** It will not get there by waiting. In Argo CD's words. */
  | { state: 'failed'; text: string };

/** Conditions after which Argo CD does nothing more by itself. */
const FATAL = new Set(['ComparisonError', 'InvalidSpecError', 'SyncError']);

/** What an Application's status means for somebody who waits for it. */
export function judgeApplication(
  application: ArgoCdApplication,
  wait: Exclude<Wait, 'none'>,
): Judgement {
  const failure = findFailure(application);
  if (failure !== undefined) return { state: 'failed', text: failure };
  const { status } = application;
  const sync = status?.sync?.status || 'Unknown';
  const health = status?.health?.status || 'Unknown';
  const phase = status?.operationState?.phase;
  const text = `${sync}, ${health}${phase ? `, sync ${phase}` : ''}`;
  const isSynced = sync === 'Synced' && (!phase || phase === 'Succeeded');
  const isDone = isSynced && (wait === 'synced' || health === 'Healthy');
  return { state: isDone ? 'done' : 'waiting', text };
}

function findFailure({ status }: ArgoCdApplication): string | undefined {
  const operation = status?.operationState;
  // A retry is running: its outcome counts, not the failure before it.
  if (operation?.phase === 'Running') return undefined;
  const fatal = status?.conditions?.find(({ type }) => FATAL.has(type));
  if (fatal) return describeCondition(fatal);
  return operation?.phase === 'Failed' || operation?.phase === 'Error'
    ? `sync ${operation.phase}: ${operation.message ?? 'no message'}`
    : undefined;
}

/** The condition of an ApplicationSet that keeps it from making Applications. */
export function findApplicationSetError(
  conditions: readonly ArgoCdCondition[] | null | undefined,
): string | undefined {
  const error = conditions?.find(
    ({ type, status }) => type === 'ErrorOccurred' && status === 'True',
  );
  return error && describeCondition(error);
}

function describeCondition({ type, message }: ArgoCdCondition): string {
  return `${type}: ${message ?? 'no message'}`;
}
