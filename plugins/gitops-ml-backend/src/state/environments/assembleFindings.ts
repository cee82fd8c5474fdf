import {
  EnvironmentView,
  FindingView,
} from '@gitops-ml/backstage-plugin-gitops-ml-common';
import { LiveEnvironment } from '../live/LiveEnvironments';

/** What of an environment is in a bad state. */
export function assembleFindings(
  view: EnvironmentView,
  live: LiveEnvironment | undefined,
): FindingView[] {
  return [
    ...findAborted(view),
    ...findDrift(view, live),
    ...findUnbound(view, live),
    ...findBehind(view),
  ];
}

/** It stays as long as Git asks for what was aborted. */
function findAborted({ name, delivery, running }: EnvironmentView) {
  if (!delivery || !running.candidate || !isAborted(delivery)) return [];
  const { reached, failedMetric, message } = delivery;
  const at = reached
    ? ` at step ${reached.index} of ${reached.count}${
        reached.inferred ? ' (inferred)' : ''
      }`
    : '';
  const by = failedMetric ? ` by the metric ${failedMetric.name}` : '';
  const rejected = describeModel(running.candidate.model);
  const stable = describeModel(running.stable?.model);
  return [
    {
      id: 'delivery-aborted',
      severity: 'error',
      environment: name,
      message: `${name} asks for ${rejected}, whose delivery was aborted${at}${by}; ${stable} runs.`,
      remedy:
        'Take the promotion back, or release a model that passes; the environment goes on asking for the aborted release until then.',
      evidence: [
        ...(message ? [{ text: message }] : []),
        ...(failedMetric?.message ? [{ text: failedMetric.message }] : []),
      ],
    },
  ];
}

function isAborted({
  phase,
  message,
}: NonNullable<EnvironmentView['delivery']>) {
  return phase === 'Degraded' && /abort/i.test(message);
}

function describeModel(
  model: { name?: string; version?: string } | undefined,
): string {
  const text = [model?.name, model?.version].filter(Boolean).join(' ');
  return text || 'an unknown release';
}

/** Objects of a commit that is applied differ from it: nobody pushed, so somebody changed the cluster. */
function findDrift(
  { name, synced }: EnvironmentView,
  live: LiveEnvironment | undefined,
): FindingView[] {
  const status = live?.application?.status;
  const operation = status?.operationState;
  const applied = operation?.syncResult?.revision;
  const isDrift =
    status?.sync?.status === 'OutOfSync' &&
    operation?.phase === 'Succeeded' &&
    applied !== undefined &&
    applied === status.sync.revision &&
    isComparedSince(status.reconciledAt, operation.finishedAt);
  if (!isDrift) return [];
  const drifted = (status.resources ?? []).filter(
    resource =>
      resource.status === 'OutOfSync' && resource.kind !== 'ConfigMap',
  );
  return [
    {
      id: 'cluster-drift',
      severity: 'warning',
      environment: name,
      message: `Objects of ${name} differ from the commit that was applied.`,
      remedy: 'Sync the application in Argo CD, or bring the change into Git.',
      evidence: drifted.map(({ kind, name: object }) => ({
        text: `${kind} ${object}`,
        url: synced.applicationUrl,
      })),
    },
  ];
}

/** Right after a sync, Argo CD still says what it compared before it. */
function isComparedSince(
  comparedAt: string | null | undefined,
  finishedAt: string | null | undefined,
): boolean {
  if (!comparedAt || !finishedAt) return true;
  return Date.parse(comparedAt) >= Date.parse(finishedAt);
}

function findUnbound(
  { name }: EnvironmentView,
  live: LiveEnvironment | undefined,
): FindingView[] {
  if (!live?.unbound) return [];
  const { message, remedy } = live.unbound;
  return [
    {
      id: 'unbound-target',
      severity: 'warning',
      environment: name,
      message,
      remedy,
      evidence: [],
    },
  ];
}

function findBehind({ name, behind }: EnvironmentView): FindingView[] {
  const parts = (behind?.differences ?? [])
    .filter(({ verdict, part }) => verdict === 'differs' && isPromoted(part))
    .map(({ part, text }) => (text ? `${part} (${text})` : part));
  if (!behind || parts.length === 0) return [];
  return [
    {
      id: 'environment-behind',
      severity: 'info',
      environment: name,
      message: `${name} is to run something else than ${
        behind.environment
      }: ${parts.join(', ')}.`,
      remedy: `Promote: set the revision of ${name} to a commit that ${behind.environment} has run.`,
      evidence: [],
    },
  ];
}

/** Each environment has a configuration of its own, and is never behind in it. */
function isPromoted(part: string): boolean {
  return part !== 'configuration';
}
