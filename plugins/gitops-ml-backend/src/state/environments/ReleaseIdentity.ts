import { ReleaseIdentityView } from '@gitops-ml/backstage-plugin-gitops-ml-common';
import { RELEASE_KEYS } from '../../live/kubernetes/releaseKeys';

/** The values by which a release is known; an absent key is no value. */
type ReleaseValues = Partial<Record<(typeof RELEASE_KEYS)[number], string>>;

/** What running pods say of themselves. */
export function valuesOfIdentity({
  model,
  dataHash,
  featuresDigest,
}: Pick<
  ReleaseIdentityView,
  'model' | 'dataHash' | 'featuresDigest'
>): ReleaseValues {
  return {
    MODEL_NAME: model?.name,
    MODEL_VERSION: model?.version,
    MODEL_HASH: model?.hash,
    DATA_HASH: dataHash,
    FEATURES_DIGEST: featuresDigest,
  };
}

/** Do they say the same release? */
export function isSameRelease(
  a: Readonly<Record<string, string | undefined>>,
  b: Readonly<Record<string, string | undefined>>,
): boolean {
  return RELEASE_KEYS.every(
    key => (a[key] || undefined) === (b[key] || undefined),
  );
}

/** Is what two sets of pods serve one thing: the same release, from the same images? */
export function isSameIdentity(
  a: ReleaseIdentityView,
  b: ReleaseIdentityView,
): boolean {
  return (
    a.status === b.status &&
    isSameRelease(valuesOfIdentity(a), valuesOfIdentity(b)) &&
    isSameList(a.images, b.images)
  );
}

/** Do both have the same members, in whatever order? */
export function isSameList(
  a: readonly string[],
  b: readonly string[],
): boolean {
  const [first, second] = [a, b].map(list => [...new Set(list)].sort());
  return (
    first.length === second.length &&
    first.every((one, index) => one === second[index])
  );
}
