import { formatTime } from '../../clock/Clock';
import { ClusterStore } from '../../cluster/ClusterStore';
import { KubernetesObject } from '../../cluster/KubernetesObject';
import {
  JobSpec,
  jobSpecSchema,
  jobStatusSchema,
  podSpecSchema,
  podStatusSchema,
} from '../contract';
import { createPod, listOwned } from '../createPod';
import { Controller, ControllerContext } from '../runController';
import { setStatus } from '../setStatus';
import { describeJob, JobEnd } from './describeJob';
import { runJob } from './runJob';

/** How long a container of a Job would run, in milliseconds. */
const RUN_TIME = 2000;
/** Before the second try; each further one waits twice as long. */
const FIRST_BACKOFF = 10_000;
const LONGEST_BACKOFF = 6 * 60_000;

const phaseOf = (pod: KubernetesObject) =>
  podStatusSchema.parse(pod.status ?? {}).phase;

/** Ends a running pod as its container would. */
function finishPod(
  store: ClusterStore,
  pod: KubernetesObject,
  now: string,
  failure: string | undefined,
): void {
  const { startTime } = podStatusSchema.parse(pod.status);
  const terminated = {
    exitCode: failure === undefined ? 0 : 1,
    reason: failure === undefined ? 'Completed' : 'Error',
    ...(failure !== undefined && { message: failure }),
    startedAt: startTime,
    finishedAt: now,
  };
  setStatus(store, pod, {
    ...pod.status,
    phase: failure === undefined ? 'Succeeded' : 'Failed',
    conditions: ['Ready', 'ContainersReady'].map(type => ({
      type,
      status: 'False',
      reason: failure === undefined ? 'PodCompleted' : 'PodFailed',
      lastProbeTime: null,
      lastTransitionTime: now,
    })),
    containerStatuses: podSpecSchema
      .parse(pod.spec)
      .containers.map(({ name, image }) => ({
        name,
        image,
        ready: false,
        restartCount: 0,
        started: false,
        state: { terminated },
      })),
  });
}

/** When a pod's container started or ended last, in milliseconds of the Unix time. */
function changedAt(pod: KubernetesObject): number {
  const { conditions } = podStatusSchema.parse(pod.status);
  const ready = conditions.find(({ type }) => type === 'Ready');
  return Date.parse(ready?.lastTransitionTime ?? '');
}

/** When the next try may start, in milliseconds of the Unix time. */
function nextTry(failed: KubernetesObject[]): number {
  if (failed.length === 0) return 0;
  const ends = failed.map(changedAt);
  const backoff = FIRST_BACKOFF * 2 ** (failed.length - 1);
  return Math.max(...ends) + Math.min(backoff, LONGEST_BACKOFF);
}

interface Run {
  job: KubernetesObject;
  spec: JobSpec;
  startTime: string;
  deadline: number;
}

function endOf(
  { store, clock }: ControllerContext,
  { job, spec, deadline }: Run,
): JobEnd | undefined {
  const pods = listOwned(store, 'Pod', job);
  if (pods.some(pod => phaseOf(pod) === 'Succeeded'))
    return { kind: 'complete' };
  const failed = pods.filter(pod => phaseOf(pod) === 'Failed');
  if (failed.length > spec.backoffLimit) {
    return { kind: 'failed', reason: runJob(store, job, spec) };
  }
  return clock.now() >= deadline ? { kind: 'late' } : undefined;
}

/** Makes the pod of the next try, or ends the one that has run. @returns when to look again */
function goOn(
  { store, clock }: ControllerContext,
  { job, spec }: Run,
): number | undefined {
  const pods = listOwned(store, 'Pod', job);
  const now = clock.now();
  const active = pods.find(pod =>
    ['Pending', 'Running'].includes(phaseOf(pod)),
  );
  if (!active) {
    const wait = nextTry(pods) - now;
    if (wait > 0) return wait;
    const labels = {
      'batch.kubernetes.io/job-name': job.metadata.name,
      'batch.kubernetes.io/controller-uid': job.metadata.uid ?? '',
      'job-name': job.metadata.name,
    };
    createPod(store, job, spec.template, labels);
    return undefined;
  }
  if (phaseOf(active) === 'Pending') return undefined;
  const left = changedAt(active) + RUN_TIME - now;
  if (left > 0) return left;
  finishPod(store, active, formatTime(now), runJob(store, job, spec));
  return undefined;
}

function endActivePods(store: ClusterStore, job: KubernetesObject): void {
  for (const pod of listOwned(store, 'Pod', job)) {
    if (!['Pending', 'Running'].includes(phaseOf(pod))) continue;
    store.delete('Pod', pod.metadata.namespace, pod.metadata.name);
  }
}

function reconcile(
  job: KubernetesObject,
  context: ControllerContext,
): number | undefined {
  const { store, clock } = context;
  const spec = jobSpecSchema.parse(job.spec);
  const status = jobStatusSchema.parse(job.status ?? {});
  const isOver = status.conditions.some(({ type }) =>
    ['Complete', 'Failed'].includes(type),
  );
  if (isOver || spec.suspend) return undefined;
  const now = formatTime(clock.now());
  const startTime = status.startTime ?? now;
  const limit = spec.activeDeadlineSeconds;
  const deadline =
    limit === undefined ? Infinity : Date.parse(startTime) + limit * 1000;
  const run: Run = { job, spec, startTime, deadline };
  const end = endOf(context, run);
  const wait = end ? undefined : goOn(context, run);
  if (end) endActivePods(store, job);
  const phases = listOwned(store, 'Pod', job).map(phaseOf);
  setStatus(
    store,
    job,
    describeJob({ startTime, phases, end, now, before: status }),
  );
  if (end) return undefined;
  const untilDeadline = deadline - clock.now();
  const next = Math.min(wait ?? Infinity, untilDeadline);
  return Number.isFinite(next) ? next : undefined;
}

/** Runs Jobs to their end, without running anything. */
export const jobController: Controller = { kind: 'Job', reconcile };
