import {
  AuthService,
  HttpAuthService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { NotAllowedError, NotFoundError } from '@backstage/errors';
import { CatalogService } from '@backstage/plugin-catalog-node';
import {
  AuthorizeResult,
  ResourcePermission,
} from '@backstage/plugin-permission-common';
import { Request } from 'express';

/** What {@link openEntity} asks. */
export interface EntityGate {
  auth: Pick<AuthService, 'getOwnServiceCredentials'>;
  catalog: Pick<CatalogService, 'getEntityByRef'>;
  httpAuth: Pick<HttpAuthService, 'credentials'>;
  permissions: Pick<PermissionsService, 'authorize'>;
}

/**
 * The entity of a request, if its user may. The permission comes first, so that
 * who may not learns nothing, not even whether the entity exists; then the
 * plugin reads it as itself, since our permission alone decides what is shown.
 */
export async function openEntity(
  request: Request,
  permission: ResourcePermission,
  gate: EntityGate,
): Promise<Entity> {
  const { kind, namespace, name } = request.params;
  const resourceRef = stringifyEntityRef({ kind, namespace, name });
  const credentials = await gate.httpAuth.credentials(request);
  const [decision] = await gate.permissions.authorize(
    [{ permission, resourceRef }],
    { credentials },
  );
  if (decision.result !== AuthorizeResult.ALLOW) {
    throw new NotAllowedError(
      `You may not use ${permission.name} on ${resourceRef}`,
    );
  }
  const entity = await gate.catalog.getEntityByRef(resourceRef, {
    credentials: await gate.auth.getOwnServiceCredentials(),
  });
  if (!entity) throw new NotFoundError(`No entity ${resourceRef}`);
  return entity;
}
