import { AuditorService } from '@backstage/backend-plugin-api';
import { InputError, toError } from '@backstage/errors';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { JsonObject } from '@backstage/types';
import {
  DeliveryActionRequest,
  deliveryActionRequestSchema,
  DeliveryActionResponse,
  gitopsMlDeliveryActPermission,
  gitopsMlStateReadPermission,
} from '@gitops-ml/backstage-plugin-gitops-ml-common';
import express, { Request, Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { z } from 'zod/v4';
import {
  ActionWish,
  DeliveryActions,
} from '../../state/actions/DeliveryActions';
import { LiveTools } from '../../state/live/LiveTools';
import { loadDelivery } from '../../state/views/loadDelivery';
import { EntityGate, openEntity } from '../openEntity';
import { parseQuery } from '../queries';

const DELIVERY = '/v1/entities/:namespace/:kind/:name/delivery';

const actionQuerySchema = z.object({
  kind: z.enum(['Rollout', 'Deployment']).default('Rollout'),
});

/** What these routes ask besides the entity. */
interface DeliveryGate extends EntityGate {
  auditor: AuditorService;
  /** Reaches clusters as the user of a request. */
  openKubernetes(request: Request): Promise<ActionWish['http']>;
}

/** What runs, and the actions on it; each checks its permission on its entity. */
export function createDeliveryRoutes(options: {
  gate: DeliveryGate;
  tools: LiveTools;
  actions: DeliveryActions;
}): Router {
  const { gate, tools, actions } = options;
  const router = PromiseRouter();

  router.get(DELIVERY, async (request, response) => {
    const entity = await openEntity(request, gitopsMlStateReadPermission, gate);
    const mayAct = await isAllowedToAct(request, gate);
    response.json(await loadDelivery(tools, entity, mayAct));
  });

  router.post(
    `${DELIVERY}/:environment/:workload/actions/:action`,
    express.json({ limit: '10kb' }),
    async (request, response) => {
      const body = readBody(request.body);
      const run = async () => {
        const entity = await openEntity(
          request,
          gitopsMlDeliveryActPermission,
          gate,
        );
        const { environment, workload, action } = request.params;
        const { kind } = parseQuery(actionQuerySchema, request.query);
        const http = await gate.openKubernetes(request);
        return actions.run({
          entity,
          environment,
          kind,
          name: workload,
          action,
          request: body,
          http,
        });
      };
      response.json(
        body.dryRun ? await run() : await audit(gate.auditor, request, run),
      );
    },
  );

  return router;
}

async function isAllowedToAct(
  request: Request,
  { httpAuth, permissions }: EntityGate,
): Promise<boolean> {
  const { kind, namespace, name } = request.params;
  const [decision] = await permissions.authorize(
    [
      {
        permission: gitopsMlDeliveryActPermission,
        resourceRef: stringifyEntityRef({ kind, namespace, name }),
      },
    ],
    { credentials: await httpAuth.credentials(request) },
  );
  return decision.result === AuthorizeResult.ALLOW;
}

function readBody(body: unknown): DeliveryActionRequest {
  const parsed = deliveryActionRequestSchema.safeParse(body);
  if (parsed.success) return parsed.data;
  const wrong = parsed.error.issues
    .map(({ path, message }) => `${path.join('.')}: ${message}`)
    .join('; ');
  throw new InputError(`The body can't be used: ${wrong}`);
}

/** Records who wanted what, and what came of it, refusals too. */
async function audit(
  auditor: AuditorService,
  request: Request,
  run: () => Promise<DeliveryActionResponse>,
): Promise<DeliveryActionResponse> {
  const { kind, namespace, name, environment, workload, action } =
    request.params;
  const event = await auditor.createEvent({
    eventId: 'delivery-act',
    severityLevel: 'high',
    request,
    meta: {
      action,
      entityRef: stringifyEntityRef({ kind, namespace, name }),
      environment,
      workload,
    },
  });
  try {
    const response = await run();
    await event.success({ meta: describeOutcome(response) });
    return response;
  } catch (error) {
    await event.fail({ error: toError(error) });
    throw error;
  }
}

function describeOutcome({
  target,
  patches,
  result,
}: DeliveryActionResponse): JsonObject {
  return {
    target,
    patches: patches.map(({ subresource, body }) => ({
      ...(subresource === undefined ? {} : { subresource }),
      body: JSON.stringify(body),
    })),
    ...(result && {
      result: {
        confirmed: result.confirmed,
        phase: result.phase,
        message: result.message,
        ...(result.step && { step: { ...result.step } }),
      },
    }),
  };
}
