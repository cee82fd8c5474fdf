import { NotAllowedError } from '@backstage/errors';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  gitopsMlTemplateUsePermission,
  TemplateOptionsResponse,
} from '@gitops-ml/backstage-plugin-gitops-ml-common';
import { Request, Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { z } from 'zod/v4';
import { EntityGate } from '../openEntity';
import { parseQuery } from '../queries';
import { checkName, NameSources } from './checkName';

const nameQuerySchema = z.object({
  name: z.string().regex(/^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/, {
    message: 'not a DNS label (a-z, 0-9 and -)',
  }),
  repoUrl: z.string().max(2048).optional(),
});

/** The routes that feed the form of the templates: names only, behind a permission of their own. */
export function createTemplateRoutes(options: {
  gate: Pick<EntityGate, 'httpAuth' | 'permissions'>;
  names: Pick<TemplateOptionsResponse, 'argocdInstances' | 'dvcRemotes'>;
  sources: NameSources;
}): Router {
  const { gate, names, sources } = options;
  const router = PromiseRouter();

  router.get('/v1/template-options', async (request, response) => {
    await authorize(request, gate);
    response.json({
      schemaVersion: 1,
      ...names,
    } satisfies TemplateOptionsResponse);
  });

  router.get('/v1/name-check', async (request, response) => {
    await authorize(request, gate);
    const query = parseQuery(nameQuerySchema, request.query);
    response.json(await checkName(query, sources));
  });

  return router;
}

async function authorize(
  request: Request,
  gate: Pick<EntityGate, 'httpAuth' | 'permissions'>,
): Promise<void> {
  const [decision] = await gate.permissions.authorize(
    [{ permission: gitopsMlTemplateUsePermission }],
    { credentials: await gate.httpAuth.credentials(request) },
  );
  if (decision.result !== AuthorizeResult.ALLOW) {
    throw new NotAllowedError(
      `You may not use ${gitopsMlTemplateUsePermission.name}`,
    );
  }
}
