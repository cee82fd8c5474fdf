import { AuthService } from '@backstage/backend-plugin-api';
import { CATALOG_FILTER_EXISTS } from '@backstage/catalog-client';
import { Entity } from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { GITOPS_ML_PATH_ANNOTATION } from '@gitops-ml/backstage-plugin-gitops-ml-common';

const PAGE = 500;

/** All entities with the ML annotation, as the plugin itself may see them. */
export async function discoverEntities(
  catalog: Pick<CatalogService, 'queryEntities'>,
  auth: Pick<AuthService, 'getOwnServiceCredentials'>,
): Promise<Entity[]> {
  const entities: Entity[] = [];
  let cursor: string | undefined;
  do {
    const credentials = await auth.getOwnServiceCredentials();
    const page = await catalog.queryEntities(
      cursor
        ? { cursor, limit: PAGE }
        : {
            filter: {
              [`metadata.annotations.${GITOPS_ML_PATH_ANNOTATION}`]:
                CATALOG_FILTER_EXISTS,
            },
            fields: ['kind', 'metadata', 'relations'],
            limit: PAGE,
          },
      { credentials },
    );
    entities.push(...page.items);
    cursor = page.pageInfo.nextCursor;
  } while (cursor);
  return entities;
}
