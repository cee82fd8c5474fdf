import {
  createPermission,
  Permission,
} from '@backstage/plugin-permission-common';
import { RESOURCE_TYPE_CATALOG_ENTITY } from '@backstage/plugin-catalog-common/alpha';

/** See what an entity's ML repository holds and what runs. @public */
export const gitopsMlStateReadPermission = createPermission({
  name: 'gitops-ml.state.read',
  attributes: { action: 'read' },
  resourceType: RESOURCE_TYPE_CATALOG_ENTITY,
});

/** Ask for an entity's repository to be read again at once. @public */
export const gitopsMlStateRefreshPermission = createPermission({
  name: 'gitops-ml.state.refresh',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_CATALOG_ENTITY,
});

/** Promote, abort, retry or pause a delivery of an entity. @public */
export const gitopsMlDeliveryActPermission = createPermission({
  name: 'gitops-ml.delivery.act',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_CATALOG_ENTITY,
});

/**
 * Fill in the form of the templates: names of Argo CD instances and remotes, and
 * whether a name is taken.
 * @public
 */
export const gitopsMlTemplateUsePermission = createPermission({
  name: 'gitops-ml.template.use',
  attributes: { action: 'read' },
});

/** All permissions of the plugin. @public */
export const gitopsMlPermissions: Permission[] = [
  gitopsMlStateReadPermission,
  gitopsMlStateRefreshPermission,
  gitopsMlDeliveryActPermission,
  gitopsMlTemplateUsePermission,
];
