import {
  CommitView,
  ReleaseIdentityView,
  StateTupleView,
} from '@gitops-ml/backstage-plugin-gitops-ml-common';
import {
  diffStates,
  digestsOf,
  PartDigests,
  STATE_PARTS,
  StateModel,
  StatePartName,
} from '@gitops-ml/core';
import { isImageConsistent, isImageProven } from './matchImages';
import { isSameRelease, valuesOfIdentity } from './ReleaseIdentity';
import { CommitState } from './StateTuples';

/** What the deployed history says of a release that runs. */
interface MatchedRelease {
  /** The newest of the commits that say it. */
  commit: string | undefined;
  /** The digests on which all of them agree. */
  digests: PartDigests;
  /** What the newest of them declares. */
  models: StateModel[];
}

/**
 * Which commits of the deployed history (newest first) say what these pods serve: those whose
 * `release.env` says the same as the pods' and whose images are not others. Pods without a
 * release ConfigMap are known by an image's digest that a commit names, and by nothing else:
 * a tag may be moved, and what Argo CD synced last need not be what serves.
 */
export function matchRelease(
  identity: ReleaseIdentityView,
  history: readonly CommitState[],
): MatchedRelease {
  const values = valuesOfIdentity(identity);
  const same = history.filter(({ release, images }) => {
    if (!isImageConsistent(identity.images, images)) return false;
    return identity.configMap === undefined
      ? isImageProven(identity.images, images)
      : release !== undefined && isSameRelease(release, values);
  });
  return {
    commit: same.at(0)?.oid,
    digests: agreeOn(same),
    models: same.at(0)?.tuple.model?.models ?? [],
  };
}

/** The identity with what Git adds: which commit it is of, and that it is known by its image. */
export function identifyByGit(
  identity: ReleaseIdentityView,
  { commit }: MatchedRelease,
  commits: ReadonlyMap<string, CommitView>,
): ReleaseIdentityView {
  if (commit === undefined) return identity;
  const { reason: _, ...known } = identity;
  return { ...known, status: 'known', commit: commits.get(commit) };
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

/**
 * The tuple of what runs: model, data and features as trained, by the release that the pods
 * read; of pods that are known by their image, all parts as their commits have them.
 */
export function toRunningTuple(
  identity: ReleaseIdentityView,
  { commit, digests, models }: MatchedRelease,
): StateTupleView {
  const { configMap, model, dataHash, featuresDigest } = identity;
  const part = (name: StatePartName) => {
    const digest = digests[name];
    if (digest) return { status: 'known', digest };
    if (digest === null) return { status: 'none' };
    return { status: 'unknown', reason: commit ? SEVERAL : NO_COMMIT };
  };
  if (configMap === undefined) {
    return {
      code: part('code'),
      configuration: part('configuration'),
      features: part('features'),
      data: part('data'),
      model: {
        ...part('model'),
        ...(digests.model && { models: models.map(toModelView) }),
      },
    };
  }
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

function toModelView({ name, version, artifact }: StateModel) {
  return { name, version, hash: artifact?.hash?.value };
}

/**
 * What of a release differs from what is desired. Model, data and features are compared
 * as trained: what the desired commit's `release.env` says of them; of pods that are known by
 * their image as their commits have them.
 */
export function diffRunning(
  identity: ReleaseIdentityView,
  { digests }: MatchedRelease,
  desired: CommitState,
) {
  if (identity.configMap === undefined) {
    return diffStates(digests, digestsOf(desired.tuple));
  }
  const running = valuesOfIdentity(identity);
  const wanted = desired.release;
  const trained = (key: 'DATA_HASH' | 'FEATURES_DIGEST') => [
    running[key],
    wanted?.[key] || undefined,
  ];
  const pairs: Partial<Record<StatePartName, (string | undefined)[]>> = {
    data: trained('DATA_HASH'),
    features: trained('FEATURES_DIGEST'),
    model: [joinModel(running), joinModel(wanted)],
  };
  const known = digestsOf(desired.tuple);
  const from: PartDigests = { ...digests };
  const to: PartDigests = { ...known };
  for (const part of STATE_PARTS) {
    const pair = pairs[part];
    if (pair) [from[part], to[part]] = pair;
  }
  return diffStates(from, to).map(one =>
    one.part === 'model' && one.verdict === 'differs'
      ? { ...one, text: describeModels(running, wanted) }
      : one,
  );
}

type Values = Readonly<Record<string, string | undefined>>;

/** `v1.3.0 → v1.4.0`; two models of one version by their names. */
function describeModels(from: Values, to: Values = {}): string | undefined {
  const [before, after] = [from, to].map(one => one.MODEL_VERSION || '?');
  if (before !== after) return `${before} → ${after}`;
  return from.MODEL_NAME === to.MODEL_NAME
    ? `another file of ${before}`
    : `${from.MODEL_NAME ?? '?'} ${before} → ${to.MODEL_NAME ?? '?'} ${after}`;
}

function joinModel(values: Values = {}): string | undefined {
  const { MODEL_NAME, MODEL_VERSION, MODEL_HASH } = values;
  const all = [MODEL_NAME, MODEL_VERSION, MODEL_HASH];
  return all.some(Boolean)
    ? all.map(value => value ?? '').join(' ')
    : undefined;
}
