import {
  CommitView,
  StateTupleView,
} from '@gitops-ml/backstage-plugin-gitops-ml-common';
import { DvcHash, StateTuple } from '@gitops-ml/core';
import { PartChanges } from './loadChanges';

/** A commit's tuple as pages show it. */
export function toTupleView(
  tuple: StateTuple,
  {
    commit,
    changes = {},
  }: {
    commit: CommitView | undefined;
    /** Which commit changed each part last. */
    changes: PartChanges | undefined;
  },
): StateTupleView {
  const { code, features, data, model, configuration } = tuple;
  return {
    digest: tuple.digest,
    commit,
    code: {
      status: 'known',
      digest: code.digest,
      files: code.paths.length,
      changedIn: changes.code,
    },
    features: {
      status: features.projects.length > 0 ? 'known' : 'none',
      digest: features.digest,
      changedIn: changes.features,
      views: features.views,
      services: features.services,
    },
    data: {
      status: data.outputs.length > 0 ? 'known' : 'none',
      digest: data.digest,
      changedIn: changes.data,
      outputs: data.outputs.length,
      size: sumSizes(data.outputs.map(({ size }) => size)),
    },
    model: model
      ? {
          status: 'known',
          digest: model.digest,
          changedIn: changes.model,
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
          changedIn: changes.configuration,
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
