import { Condition, DeploymentSpec, DeploymentStatus } from '../contract';

/** What a Deployment's ReplicaSets come to. */
interface DeploymentFacts {
  spec: DeploymentSpec;
  /** Of the current template. */
  setName: string;
  replicas: number;
  updated: number;
  ready: number;
  available: number;
  /** The least that has to serve. */
  minimum: number;
  generation: number | undefined;
  before: DeploymentStatus;
  now: string;
}

function withTimes(
  next: Omit<Condition, 'lastUpdateTime' | 'lastTransitionTime'>,
  { before, now }: DeploymentFacts,
): Condition {
  const last = before.conditions.find(({ type }) => type === next.type);
  const isSame = last?.reason === next.reason && last?.message === next.message;
  return {
    ...next,
    lastUpdateTime: isSame ? last?.lastUpdateTime : now,
    lastTransitionTime:
      last?.status === next.status ? last.lastTransitionTime : now,
  };
}

function availability(facts: DeploymentFacts): Condition {
  const holds = facts.available >= facts.minimum;
  return withTimes(
    {
      type: 'Available',
      status: holds ? 'True' : 'False',
      reason: holds ? 'MinimumReplicasAvailable' : 'MinimumReplicasUnavailable',
      message: holds
        ? 'Deployment has minimum availability.'
        : 'Deployment does not have minimum availability.',
    },
    facts,
  );
}

/** Is all as the Deployment wants it? */
export function isDone(facts: DeploymentFacts): boolean {
  const { spec, replicas, updated, available } = facts;
  return [replicas, updated, available].every(count => count === spec.replicas);
}

/** Has more become new, or serves more, since the last look? */
function hasProgressed({ before, ...facts }: DeploymentFacts): boolean {
  return (
    facts.generation !== before.observedGeneration ||
    facts.updated > before.updatedReplicas ||
    facts.ready > before.readyReplicas ||
    facts.available > before.availableReplicas ||
    facts.replicas - facts.updated < before.replicas - before.updatedReplicas
  );
}

function isOverdue(facts: DeploymentFacts): boolean {
  const { spec, before, now } = facts;
  const last = before.conditions.find(({ type }) => type === 'Progressing');
  if (!last?.lastUpdateTime || hasProgressed(facts)) return false;
  // What was there once and is missing now is not late: it is looked for anew.
  if (last.reason === 'NewReplicaSetAvailable') return false;
  if (last.reason === 'ProgressDeadlineExceeded') return true;
  const since = Date.parse(now) - Date.parse(last.lastUpdateTime);
  return since >= spec.progressDeadlineSeconds * 1000;
}

/** A step forward counts as news, also where the words stay the same. */
function withProgress(
  next: Omit<Condition, 'lastUpdateTime' | 'lastTransitionTime'>,
  facts: DeploymentFacts,
): Condition {
  const condition = withTimes(next, facts);
  return hasProgressed(facts)
    ? { ...condition, lastUpdateTime: facts.now }
    : condition;
}

function progress(facts: DeploymentFacts): Condition {
  const name = `ReplicaSet "${facts.setName}"`;
  const type = 'Progressing';
  if (isDone(facts)) {
    const reason = 'NewReplicaSetAvailable';
    const message = `${name} has successfully progressed.`;
    return withTimes({ type, status: 'True', reason, message }, facts);
  }
  if (isOverdue(facts)) {
    const reason = 'ProgressDeadlineExceeded';
    const message = `${name} has timed out progressing.`;
    return withTimes({ type, status: 'False', reason, message }, facts);
  }
  const reason = facts.spec.paused ? 'DeploymentPaused' : 'ReplicaSetUpdated';
  const message = facts.spec.paused
    ? 'Deployment is paused'
    : `${name} is progressing.`;
  const status = facts.spec.paused ? 'Unknown' : 'True';
  return withProgress({ type, status, reason, message }, facts);
}

/** The status of a Deployment, as Kubernetes writes it. */
export function describeDeployment(facts: DeploymentFacts): object {
  const { spec, replicas, updated, ready, available, generation } = facts;
  const unavailable = Math.max(
    0,
    Math.max(spec.replicas, replicas) - available,
  );
  return {
    observedGeneration: generation,
    ...(replicas > 0 && { replicas }),
    ...(updated > 0 && { updatedReplicas: updated }),
    ...(ready > 0 && { readyReplicas: ready }),
    ...(available > 0 && { availableReplicas: available }),
    ...(unavailable > 0 && { unavailableReplicas: unavailable }),
    conditions: [availability(facts), progress(facts)],
  };
}
