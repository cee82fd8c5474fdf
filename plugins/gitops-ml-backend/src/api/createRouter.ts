import { Entity } from '@backstage/catalog-model';
import {
  gitopsMlStateReadPermission,
  gitopsMlStateRefreshPermission,
} from '@gitops-ml/backstage-plugin-gitops-ml-common';
import express, { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { z } from 'zod/v4';
import { LiveTools } from '../state/live/LiveTools';
import { loadData } from '../state/views/loadData';
import { loadDataHistory } from '../state/views/loadDataHistory';
import { loadDoctor } from '../state/views/loadDoctor';
import { loadFeatureHistory } from '../state/views/loadFeatureHistory';
import { loadFeatures } from '../state/views/loadFeatures';
import { loadModel } from '../state/views/loadModel';
import { loadModels } from '../state/views/loadModels';
import { ViewTools } from '../state/views/ViewTools';
import { EntityGate, openEntity } from './openEntity';
import {
  dataHistoryQuerySchema,
  featureHistoryQuerySchema,
  parseQuery,
  viewQuerySchema,
} from './queries';

const ENTITY = '/v1/entities/:namespace/:kind/:name';

/** The plugin's routes; each checks its permission on its entity. */
export function createRouter(options: {
  gate: EntityGate;
  tools: ViewTools & { liveTools: LiveTools };
}): Router {
  const { gate, tools } = options;
  const router = PromiseRouter();

  function get<S extends z.ZodType>(
    view: string,
    schema: S,
    load: (
      tools: ViewTools,
      entity: Entity,
      query: z.infer<S>,
      params: express.Request['params'],
    ) => Promise<object>,
  ) {
    router.get(`${ENTITY}/${view}`, async (request, response) => {
      const entity = await openEntity(
        request,
        gitopsMlStateReadPermission,
        gate,
      );
      const query = parseQuery(schema, request.query);
      response.json(await load(tools, entity, query, request.params));
    });
  }

  get('features', viewQuerySchema, loadFeatures);
  get('features/history', featureHistoryQuerySchema, loadFeatureHistory);
  get('data', viewQuerySchema, loadData);
  get('data/history', dataHistoryQuerySchema, loadDataHistory);
  get('models', viewQuerySchema, loadModels);
  get('models/:model', viewQuerySchema, (own, entity, query, { model }) =>
    loadModel(own, entity, { ...query, model }),
  );
  get('doctor', viewQuerySchema, (_own, entity, query) =>
    loadDoctor(tools, entity, query),
  );

  router.post(`${ENTITY}/refresh`, async (request, response) => {
    const entity = await openEntity(
      request,
      gitopsMlStateRefreshPermission,
      gate,
    );
    response.status(202).json(await tools.revisions.refresh(entity));
  });

  return router;
}
