import { ReleaseIdentityView } from '@gitops-ml/backstage-plugin-gitops-ml-common';
import { ArgoCdApplication } from '@gitops-ml/backstage-plugin-gitops-ml-node';
import { digestsOf } from '@gitops-ml/core';
import { commitOf } from '../environments/findSynced';
import {
  isSameRelease,
  valuesOfIdentity,
} from '../environments/ReleaseIdentity';
import { CommitState } from '../environments/StateTuples';
import { KeptRelease } from './Release';

/** Argo CD notes a deployment when its sync has ended; pods were made a little before. */
const EARLY_MS = 10 * 60_000;

interface Applied {
  id: number;
  at: string;
  /** When the next commit was applied. */
  until: string | undefined;
  state: CommitState & { release: Record<string, string> };
}

/**
 * The releases that Argo CD's history proves to have been applied while nobody watched: one
 * for each change of `release.env` of which no pods are known. Whether they became stable is
 * in no history: a commit whose delivery was aborted is applied, too.
 */
export function collectPast(
  application: ArgoCdApplication,
  options: {
    deployed: readonly CommitState[];
    known: readonly Pick<KeptRelease, 'at' | 'identity'>[];
    /** Until then it was watched. */
    after: string | undefined;
  },
): KeptRelease[] {
  const { deployed, known, after } = options;
  return listApplied(application, deployed)
    .filter(({ at }) => !after || Date.parse(at) > Date.parse(after))
    .filter(one => !known.some(release => isOf(one, release)))
    .map(({ id, at, state }) => ({
      at,
      atFrom: 'argocd',
      after: undefined,
      outcome: 'unknown',
      provenance: 'argocd-history',
      pods: `argocd/${id}:${state.oid}`,
      identity: toIdentity(state.release),
      configMaps: [],
      previous: undefined,
      reached: undefined,
      message: undefined,
      git: { commit: state.oid, parts: digestsOf(state.tuple) },
    }));
}

/** Oldest first; a commit that says the same release as the one before is no change of it. */
function listApplied(
  { status }: ArgoCdApplication,
  deployed: readonly CommitState[],
): Applied[] {
  const entries = (status?.history ?? []).flatMap(entry => {
    const oid = commitOf(entry);
    const state = deployed.find(one => one.oid === oid);
    return entry.deployedAt && entry.id !== undefined && state?.release
      ? [
          {
            id: entry.id,
            at: entry.deployedAt,
            state: { ...state, release: state.release },
          },
        ]
      : [];
  });
  const changes = entries.filter(
    ({ state }, index) =>
      index === 0 ||
      !isSameRelease(state.release, entries[index - 1].state.release),
  );
  return changes.map((one, index) => ({
    ...one,
    until: changes.at(index + 1)?.at,
  }));
}

/** Are these the pods that the applied commit made? */
function isOf(
  { at, until, state }: Applied,
  release: Pick<KeptRelease, 'at' | 'identity'>,
): boolean {
  const made = Date.parse(release.at);
  return (
    isSameRelease(state.release, valuesOfIdentity(release.identity)) &&
    made >= Date.parse(at) - EARLY_MS &&
    (until === undefined || made < Date.parse(until))
  );
}

function toIdentity(release: Record<string, string>): ReleaseIdentityView {
  const model = {
    name: release.MODEL_NAME || undefined,
    version: release.MODEL_VERSION || undefined,
    hash: release.MODEL_HASH || undefined,
  };
  return {
    status: 'known',
    ...(Object.values(model).some(Boolean) && { model }),
    dataHash: release.DATA_HASH || undefined,
    featuresDigest: release.FEATURES_DIGEST || undefined,
    images: [],
  };
}
