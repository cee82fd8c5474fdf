import { ReleaseIdentityView } from '@gitops-ml/backstage-plugin-gitops-ml-common';
import { DeliveryRevision } from '@gitops-ml/core';
import { ConfigMapContent } from '../../live/kubernetes/ConfigMaps';
import { Observed } from '../../live/Observed';

/**
 * What a set of pods serves: what the release ConfigMap says that its pod
 * template reads whole. Never what Argo CD says it synced.
 */
export function describeRelease(
  { configMaps, images }: Pick<DeliveryRevision, 'configMaps' | 'images'>,
  look: (name: string) => Observed<ConfigMapContent>,
): ReleaseIdentityView {
  const looked = configMaps.map(name => ({ name, observed: look(name) }));
  const release = looked.findLast(({ observed }) =>
    isRelease(observed.value?.data),
  );
  const data = release?.observed.value?.data;
  if (!release || !data) {
    return { status: 'unknown', reason: describeMissing(looked), images };
  }
  const model = {
    name: textOf(data.MODEL_NAME),
    version: textOf(data.MODEL_VERSION),
    hash: textOf(data.MODEL_HASH),
  };
  return {
    status: 'known',
    configMap: release.name,
    ...(Object.values(model).some(Boolean) && { model }),
    dataHash: textOf(data.DATA_HASH),
    featuresDigest: textOf(data.FEATURES_DIGEST),
    images,
  };
}

const textOf = (value: string | undefined) => value || undefined;

const isRelease = (data: Record<string, string> | undefined) =>
  data !== undefined && ('MODEL_HASH' in data || 'MODEL_NAME' in data);

function describeMissing(
  looked: readonly { name: string; observed: Observed<ConfigMapContent> }[],
): string {
  const failed = looked.find(({ observed }) => observed.status !== 'ok');
  if (failed) {
    const { status, message = status } = failed.observed;
    return `The ConfigMap ${failed.name} can't be read: ${message}.`;
  }
  const unread = looked.find(({ observed }) => !observed.value);
  if (unread) return `The ConfigMap ${unread.name} is being read.`;
  const gone = looked.find(({ observed }) => !observed.value?.data);
  if (gone) return `The ConfigMap ${gone.name} is gone.`;
  return looked.length > 0
    ? 'None of the ConfigMaps that its pods read whole is a release.'
    : 'Its pods read no release ConfigMap.';
}
