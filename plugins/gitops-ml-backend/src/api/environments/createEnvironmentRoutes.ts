import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import {
  FleetResponse,
  gitopsMlStateReadPermission,
} from '@gitops-ml/backstage-plugin-gitops-ml-common';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { GitError } from '@gitops-ml/git';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { Request, Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { z } from 'zod/v4';
import {
  EnvironmentTools,
  loadEnvironments,
} from '../../state/environments/loadEnvironments';
import { loadReleases } from '../../state/releases/loadReleases';
import { discoverEntities } from '../../state/tracking/discoverEntities';
import { EntityGate, openEntity } from '../openEntity';
import { parseQuery } from '../queries';

const releasesQuerySchema = z.object({ environment: z.string().optional() });

/** What these routes ask besides the entity. */
interface EnvironmentGate extends EntityGate {
  catalog: EntityGate['catalog'] & Pick<CatalogService, 'queryEntities'>;
}

/** What each environment is to run and runs, of one entity and of all. */
export function createEnvironmentRoutes(options: {
  gate: EnvironmentGate;
  tools: EnvironmentTools;
}): Router {
  const { gate, tools } = options;
  const router = PromiseRouter();

  router.get(
    '/v1/entities/:namespace/:kind/:name/environments',
    async (request, response) => {
      const entity = await openEntity(
        request,
        gitopsMlStateReadPermission,
        gate,
      );
      response.json(await loadEnvironments(tools, entity));
    },
  );

  router.get(
    '/v1/entities/:namespace/:kind/:name/releases',
    async (request, response) => {
      const entity = await openEntity(
        request,
        gitopsMlStateReadPermission,
        gate,
      );
      const query = parseQuery(releasesQuerySchema, request.query);
      response.json(await loadReleases(tools, entity, query));
    },
  );

  router.get('/v1/fleet', async (request, response) => {
    const entities = await selectAllowed(request, gate);
    const rows = await Promise.all(
      entities.map(entity => loadRow(tools, entity)),
    );
    const body: FleetResponse = {
      schemaVersion: 1,
      topics: rows.flatMap(({ topic }) => topic ?? []),
      rows: rows.map(({ row }) => row),
    };
    response.json(body);
  });

  return router;
}

/** Those whose state the user may read; of the others not even their number is told. */
async function selectAllowed(
  request: Request,
  { auth, catalog, httpAuth, permissions }: EnvironmentGate,
): Promise<Entity[]> {
  const credentials = await httpAuth.credentials(request);
  const entities = await discoverEntities(catalog, auth);
  if (entities.length === 0) return [];
  const decisions = await permissions.authorize(
    entities.map(entity => ({
      permission: gitopsMlStateReadPermission,
      resourceRef: stringifyEntityRef(entity),
    })),
    { credentials },
  );
  return entities.filter(
    (_entity, index) => decisions[index]?.result === AuthorizeResult.ALLOW,
  );
}

async function loadRow(
  tools: EnvironmentTools,
  entity: Entity,
): Promise<{ topic: string | undefined; row: FleetResponse['rows'][number] }> {
  const { topic, environments, findings } = await loadRowParts(tools, entity);
  const owner = entity.relations?.find(({ type }) => type === 'ownedBy');
  return {
    topic,
    row: {
      entityRef: stringifyEntityRef(entity),
      title: entity.metadata.title,
      owner: owner?.targetRef,
      environments,
      findings,
    },
  };
}

/** A repository that can't be read takes no other's row away. */
async function loadRowParts(tools: EnvironmentTools, entity: Entity) {
  try {
    return await loadEnvironments(tools, entity);
  } catch (error) {
    if (!(error instanceof GitError)) throw error;
    return {
      topic: undefined,
      environments: [],
      findings: [
        {
          id: 'repository-unreadable',
          severity: 'error',
          message: `The repository can't be read: ${error.message}`,
          remedy: "Look at the entity's doctor.",
          evidence: [],
        },
      ],
    };
  }
}
