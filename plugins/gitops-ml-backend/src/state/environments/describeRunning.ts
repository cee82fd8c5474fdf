import {
  ReleaseIdentityView,
  StateTupleView,
} from '@gitops-ml/backstage-plugin-gitops-ml-common';
import {
  diffStates,
  digestsOf,
  PartDigests,
  STATE_PARTS,
  StatePartName,
} from '@gitops-ml/core';
import { isSameRelease, valuesOfIdentity } from './ReleaseIdentity';
import { CommitState } from './StateTuples';

/** What the deployed history says of a release that runs. */
interface MatchedRelease {
  /** The newest of them. */
  commit: string | undefined;
  /** The digests on which all commits of this release agree. */
  digests: PartDigests;
}

/** `history` are the commits that were deployed here, newest first. */
export function matchRelease(
  identity: ReleaseIdentityView,
  history: readonly CommitState[],
): MatchedRelease {
  const values = valuesOfIdentity(identity);
  const same =
    identity.status === 'known'
      ? history.filter(
          ({ release }) => release && isSameRelease(release, values),
        )
      : [];
  return { commit: same.at(0)?.oid, digests: agreeOn(same) };
}

function agreeOn(states: readonly CommitState[]): PartDigests {
  const [first, ...others] = states.map(({ tuple }) => digestsOf(tuple));
  if (!first) return {};
  return Object.fromEntries(
    STATE_PARTS.filter(part =>
      others.every(other => other[part] === first[part]),
    ).map(part => [part, first[part]]),
  );
}

const NO_COMMIT = 'No commit that was deployed here says the same release.';
const SEVERAL =
  'The commits that were deployed here with this release differ in this part.';

/** The tuple of what runs: model, data and features as trained. */
export function toRunningTuple(
  identity: ReleaseIdentityView,
  { commit, digests }: MatchedRelease,
): StateTupleView {
  const { model, dataHash, featuresDigest } = identity;
  const part = (name: StatePartName) => {
    const digest = digests[name];
    if (digest) return { status: 'known', digest };
    if (digest === null) return { status: 'none' };
    return { status: 'unknown', reason: commit ? SEVERAL : NO_COMMIT };
  };
  const trained = (value: string | undefined) =>
    value
      ? { status: 'known', digest: value, asTrained: true }
      : {
          status: 'unknown',
          reason: 'The release does not say it.',
          asTrained: true,
        };
  return {
    code: part('code'),
    configuration: part('configuration'),
    features: trained(featuresDigest),
    data: { ...trained(dataHash), hash: dataHash },
    model: model
      ? {
          status: 'known',
          digest: digests.model ?? undefined,
          models: [
            {
              name: model.name ?? '',
              version: model.version,
              hash: model.hash,
            },
          ],
        }
      : { status: 'unknown', reason: 'The release does not say it.' },
  };
}

/**
 * What of a release differs from what is desired. Model, data and features are compared
 * as trained: what the desired commit's `release.env` says of them.
 */
export function diffRunning(
  identity: ReleaseIdentityView,
  { digests }: MatchedRelease,
  desired: CommitState,
) {
  const running = valuesOfIdentity(identity);
  const wanted = desired.release;
  const trained = (key: 'DATA_HASH' | 'FEATURES_DIGEST') => [
    running[key],
    wanted?.[key] || undefined,
  ];
  const pairs: Partial<Record<StatePartName, (string | undefined)[]>> = {
    data: trained('DATA_HASH'),
    features: trained('FEATURES_DIGEST'),
    model: [
      joinModel(running.MODEL_VERSION, running.MODEL_HASH),
      joinModel(wanted?.MODEL_VERSION, wanted?.MODEL_HASH),
    ],
  };
  const known = digestsOf(desired.tuple);
  const from: PartDigests = { ...digests };
  const to: PartDigests = { ...known };
  for (const part of STATE_PARTS) {
    const pair = pairs[part];
    if (pair) [from[part], to[part]] = pair;
  }
  return diffStates(from, to).map(({ part, verdict }) => ({
    part,
    verdict,
    ...(part === 'model' &&
      verdict === 'differs' && {
        text: `${running.MODEL_VERSION ?? '?'} → ${
          wanted?.MODEL_VERSION ?? '?'
        }`,
      }),
  }));
}

function joinModel(
  version: string | undefined,
  hash: string | undefined,
): string | undefined {
  return version || hash ? `${version ?? ''} ${hash ?? ''}` : undefined;
}
