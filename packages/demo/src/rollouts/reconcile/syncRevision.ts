import { Rollout } from '../contract';
import { createCondition, setCondition } from './conditions';
import { fillTemplate } from './fillTemplate';
import { hashTemplate } from './hashes';
import { Owned, Pass, REVISION, revisionOf } from './Pass';
import { Plan, ReplicaSetChange } from './Plan';

const HISTORY = 'rollout.argoproj.io/revision-history';

const nothing = {
  replicaSets: [],
  analysisRuns: [],
  services: [],
  announcements: [],
};

const newest = (replicaSets: Owned['replicaSets']) =>
  Math.max(0, ...replicaSets.map(revisionOf));

/** A template that has no ReplicaSet yet gets one, without pods. */
export function planReplicaSet(
  rollout: Rollout,
  { replicaSets }: Owned,
  now: number,
): Plan {
  const hash = hashTemplate(rollout.spec.template);
  const name = `${rollout.metadata.name}-${hash}`;
  const revision = newest(replicaSets) + 1;
  const status = rollout.status ?? {};
  const condition = createCondition(
    'Progressing',
    'True',
    'NewReplicaSetCreated',
    `Created new replica set "${name}"`,
    now,
  );
  return {
    ...nothing,
    status: {
      ...status,
      conditions: setCondition(status.conditions ?? [], condition),
    },
    replicaSets: [
      {
        kind: 'create',
        name,
        hash,
        revision,
        replicas: rollout.spec.replicas ?? 1,
        template: rollout.spec.template,
      },
    ],
    announcements: [
      {
        type: 'Normal',
        reason: 'NewReplicaSetCreated',
        message: `Created ReplicaSet ${name} (revision ${revision})`,
      },
    ],
  };
}

function reviseReplicaSet({
  current,
  all,
}: Pass): ReplicaSetChange | undefined {
  const others = all.filter(each => each !== current);
  const own = revisionOf(current);
  const revision = newest(others) + 1;
  if (own >= revision) return undefined;
  const history = current.metadata.annotations?.[HISTORY];
  return {
    kind: 'update',
    name: current.metadata.name,
    annotations: {
      [REVISION]: String(revision),
      [HISTORY]: history ? `${history},${own}` : String(own),
    },
  };
}

/**
 * The number of a release that is asked for again moves on; the Rollout bears
 * that of the template it asks for. Undefined where both are right.
 * Source: rollout/sync.go `syncReplicaSetRevision`.
 */
export function syncRevision(pass: Pass): Plan | undefined {
  const { rollout, status, current } = pass;
  const change = reviseReplicaSet(pass);
  if (change) return { ...nothing, status, replicaSets: [change] };
  const revision = current.metadata.annotations?.[REVISION] ?? '';
  if (rollout.metadata.annotations?.[REVISION] === revision) return undefined;
  return {
    ...nothing,
    status,
    revision,
    announcements: [
      {
        type: 'Normal',
        reason: 'RolloutUpdated',
        message: `Rollout updated to revision ${revision}`,
      },
    ],
  };
}

/** The pod template of a ReplicaSet: with the label that names it. */
export function labelTemplate(
  change: Extract<ReplicaSetChange, { kind: 'create' }>,
  label: string,
) {
  const filled = fillTemplate(change.template);
  const labels = change.template.metadata?.labels;
  return {
    ...filled,
    metadata: {
      ...change.template.metadata,
      labels: { ...labels, [label]: change.hash },
    },
  };
}
