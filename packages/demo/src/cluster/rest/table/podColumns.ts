import { ageColumn, column, nameColumn, orNone, wide } from './Column';
import { Fields } from './Fields';
import { formatAge } from './formatAge';

const hasReadyCondition = (pod: Fields) =>
  pod
    .at('status.conditions')
    .items.some(
      condition =>
        condition.at('type').text === 'Ready' &&
        condition.at('status').text === 'True',
    );

const isRunning = (status: Fields) =>
  status.at('ready').isTrue && status.at('state.running').isThere;

/** Why a container does not run; empty where it does. */
function describeState(status: Fields): string {
  const waiting = status.at('state.waiting.reason').text;
  if (waiting) return waiting;
  const terminated = status.at('state.terminated');
  if (!terminated.isThere) return '';
  const signal = terminated.at('signal').number;
  const code = terminated.at('exitCode').number;
  const why = signal === 0 ? `ExitCode:${code}` : `Signal:${signal}`;
  return terminated.at('reason').text || why;
}

/** The column Status: what kubectl calls the state of a pod. */
function describePod(pod: Fields): string {
  const phase = pod.at('status.phase').text;
  const statuses = pod.at('status.containerStatuses').items;
  // The first container has the last word.
  const states = statuses.map(describeState);
  const own = pod.at('status.reason').text || phase;
  const reason = states.find(Boolean) ?? own;
  const isGoing = pod.at('metadata.deletionTimestamp').isThere;
  if (isGoing && phase !== 'Succeeded' && phase !== 'Failed') {
    return 'Terminating';
  }
  if (reason !== 'Completed' || !statuses.some(isRunning)) return reason;
  return hasReadyCondition(pod) ? 'Running' : 'NotReady';
}

function countReady(pod: Fields): string {
  const statuses = pod.at('status.containerStatuses').items;
  const all = pod.at('spec.containers').items.length;
  return `${statuses.filter(isRunning).length}/${all}`;
}

function countRestarts(pod: Fields, now: number): string {
  const statuses = pod.at('status.containerStatuses').items;
  const restarts = statuses
    .map(status => status.at('restartCount').number)
    .reduce((sum, each) => sum + each, 0);
  const last = statuses
    .map(status => status.at('lastState.terminated.finishedAt').text)
    .sort()
    .at(-1);
  return restarts > 0 && last
    ? `${restarts} (${formatAge(last, now)} ago)`
    : String(restarts);
}

/** Of pods without containers that initialise and restart (printPod). */
export const podColumns = [
  nameColumn,
  column('Ready', countReady),
  column('Status', describePod),
  column('Restarts', countRestarts),
  ageColumn,
  wide('IP', pod => orNone(pod.at('status.podIP').text)),
  wide('Node', pod => orNone(pod.at('spec.nodeName').text)),
  wide('Nominated Node', () => '<none>'),
  wide('Readiness Gates', () => '<none>'),
];
