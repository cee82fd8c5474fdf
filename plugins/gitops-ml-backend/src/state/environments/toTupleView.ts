import {
  CommitView,
  StateTupleView,
} from '@gitops-ml/backstage-plugin-gitops-ml-common';
import { DvcHash, StateTuple } from '@gitops-ml/core';

/** A commit's tuple as pages show it. */
export function toTupleView(
  tuple: StateTuple,
  commit: CommitView | undefined,
): StateTupleView {
  const { code, features, data, model, configuration } = tuple;
  return {
    digest: tuple.digest,
    commit,
    code: { status: 'known', digest: code.digest, files: code.paths.length },
    features: {
      status: features.projects.length > 0 ? 'known' : 'none',
      digest: features.digest,
      views: features.views,
      services: features.services,
    },
    data: {
      status: data.outputs.length > 0 ? 'known' : 'none',
      digest: data.digest,
      outputs: data.outputs.length,
      size: sumSizes(data.outputs.map(({ size }) => size)),
    },
    model: model
      ? {
          status: 'known',
          digest: model.digest,
          models: model.models.map(({ name, version, artifact }) => ({
            name,
            version,
            hash: toText(artifact?.hash),
          })),
        }
      : { status: 'none', reason: 'No model is declared.' },
    configuration: configuration
      ? {
          status: 'known',
          digest: configuration.digest,
          overlay: configuration.overlay,
          files: configuration.paths.length,
        }
      : { status: 'none', reason: 'The environment has no overlay here.' },
  };
}

/** Unknown as soon as one of them is. */
function sumSizes(sizes: readonly (number | undefined)[]): number | undefined {
  let total = 0;
  for (const size of sizes) {
    if (size === undefined) return undefined;
    total += size;
  }
  return total;
}

function toText(hash: DvcHash | undefined): string | undefined {
  return hash?.value;
}
