import { Entity } from '@backstage/catalog-model';
import { NotFoundError } from '@backstage/errors';
import { ModelResponse } from '@gitops-ml/backstage-plugin-gitops-ml-common';
import { loadModels } from './loadModels';
import { ViewQuery, ViewTools } from './ViewTools';

/** `GET …/models/{model}`. Throws NotFoundError where the revision has no model of that name. */
export async function loadModel(
  tools: ViewTools,
  entity: Entity,
  query: ViewQuery & { model: string },
): Promise<ModelResponse> {
  const {
    models,
    remotes: _,
    ...envelope
  } = await loadModels(tools, entity, query);
  const model = models.find(({ name }) => name === query.model);
  if (model) return { ...envelope, model };
  throw new NotFoundError(
    envelope.revision
      ? `No model ${query.model} at ${envelope.revision.ref}`
      : `No model ${query.model}: the repository was not read yet`,
  );
}
