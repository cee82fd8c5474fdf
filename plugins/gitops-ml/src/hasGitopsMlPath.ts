import { Entity } from '@backstage/catalog-model';
import { GITOPS_ML_PATH_ANNOTATION } from '@gitops-ml/backstage-plugin-gitops-ml-common';

/** Whether an entity, of any kind, asks for the ML tabs. @public */
export function hasGitopsMlPath(entity: Entity): boolean {
  return entity.metadata.annotations?.[GITOPS_ML_PATH_ANNOTATION] !== undefined;
}
