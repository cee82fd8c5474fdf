import { DvcHash, StateTuple } from '@gitops-ml/core';

/** A state tuple as the CLI's JSON has it. `null` is "none". */
export interface StateRow {
  environment: string | null;
  digest: string;
  parts: {
    code: { digest: string; paths: string[] };
    features: {
      digest: string;
      projects: { path: string; name: string | null }[];
    };
    data: {
      digest: string;
      outputs: { path: string; hash: DvcHash | null }[];
    };
    model: {
      digest: string;
      models: {
        name: string;
        version: string | null;
        artifact: { path: string; hash: DvcHash | null } | null;
      }[];
    } | null;
    configuration: { digest: string; overlay: string } | null;
  };
}

/** The answer of `gitops-ml state`. */
export function describeStateRow(tuple: StateTuple): StateRow {
  const { code, features, data, configuration } = tuple;
  return {
    environment: tuple.environment ?? null,
    digest: tuple.digest,
    parts: {
      code: { digest: code.digest, paths: code.paths },
      features: {
        digest: features.digest,
        projects: features.projects.map(({ path, name }) => ({
          path,
          name: name ?? null,
        })),
      },
      data: {
        digest: data.digest,
        outputs: data.outputs.map(({ path, hash }) => ({
          path,
          hash: hash ?? null,
        })),
      },
      model: describeModel(tuple),
      configuration: configuration
        ? { digest: configuration.digest, overlay: configuration.overlay }
        : null,
    },
  };
}

function describeModel({ model }: StateTuple): StateRow['parts']['model'] {
  if (!model) return null;
  return {
    digest: model.digest,
    models: model.models.map(({ name, version, artifact }) => ({
      name,
      version: version ?? null,
      artifact: artifact
        ? { path: artifact.path, hash: artifact.hash ?? null }
        : null,
    })),
  };
}
