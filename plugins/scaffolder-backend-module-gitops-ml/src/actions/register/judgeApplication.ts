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

/**
 * Conditions in which Argo CD can't even compare. A SyncError is not among them:
 * it stays until the next sync has begun, and belongs to the one before.
 */
const BROKEN = new Set(['ComparisonError', 'InvalidSpecError']);

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
  const broken = status?.conditions?.find(({ type }) => BROKEN.has(type));
  if (broken) return describeCondition(broken);
  const { phase, message } = status?.operationState ?? {};
  if (phase !== 'Failed' && phase !== 'Error') return undefined;
  // Names the commit and the retries, where Argo CD has set it already.
  const error = status?.conditions?.find(({ type }) => type === 'SyncError');
  return error
    ? describeCondition(error)
    : `sync ${phase}: ${message ?? 'no message'}`;
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
