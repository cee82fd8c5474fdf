/**
 * The same pages for apps on the legacy front-end system.
 * @packageDocumentation
 */
import {
  createApiFactory,
  createComponentExtension,
  createPlugin,
  createRoutableExtension,
  createRouteRef,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/core-plugin-api';
import { createScaffolderFieldExtension } from '@backstage/plugin-scaffolder-react';
import {
  GitopsMlClient,
  GitopsMlLiveClient,
  GitopsMlTemplateClient,
} from '@gitops-ml/backstage-plugin-gitops-ml-common';
import {
  gitopsMlApiRef,
  gitopsMlLiveApiRef,
  gitopsMlTemplateApiRef,
} from './api';
import {
  dvcRemoteFieldOptions,
  entityFieldOptions,
  environmentsFieldOptions,
  nameFieldOptions,
  repositoryFieldOptions,
} from './form/fieldOptions';

export type { EnvironmentInput } from './form/EnvironmentInput';
export { hasGitopsMlPath } from './hasGitopsMlPath';

const fleetRouteRef = createRouteRef({ id: 'gitops-ml' });
const overviewRouteRef = createRouteRef({ id: 'gitops-ml:overview' });
const deliveryRouteRef = createRouteRef({ id: 'gitops-ml:delivery' });
const featuresRouteRef = createRouteRef({ id: 'gitops-ml:features' });
const dataRouteRef = createRouteRef({ id: 'gitops-ml:data' });
const modelsRouteRef = createRouteRef({ id: 'gitops-ml:models' });

/** The plugin for apps on the legacy front-end system. @public */
export const gitopsMlPlugin = createPlugin({
  id: 'gitops-ml',
  routes: {
    fleet: fleetRouteRef,
    overview: overviewRouteRef,
    features: featuresRouteRef,
    data: dataRouteRef,
    models: modelsRouteRef,
    delivery: deliveryRouteRef,
  },
  apis: [
    createApiFactory({
      api: gitopsMlApiRef,
      deps: { discovery: discoveryApiRef, fetch: fetchApiRef },
      factory: deps => new GitopsMlClient(deps),
    }),
    createApiFactory({
      api: gitopsMlTemplateApiRef,
      deps: { discovery: discoveryApiRef, fetch: fetchApiRef },
      factory: deps => new GitopsMlTemplateClient(deps),
    }),
    createApiFactory({
      api: gitopsMlLiveApiRef,
      deps: { discovery: discoveryApiRef, fetch: fetchApiRef },
      factory: deps => new GitopsMlLiveClient(deps),
    }),
  ],
});

/** The content of the entity tab "ML overview". @public */
export const EntityGitopsMlOverviewContent = gitopsMlPlugin.provide(
  createRoutableExtension({
    name: 'EntityGitopsMlOverviewContent',
    mountPoint: overviewRouteRef,
    component: () =>
      import('./tabs/overview/OverviewTab').then(m => m.OverviewTab),
  }),
);

/** The content of the entity tab "Delivery". @public */
export const EntityGitopsMlDeliveryContent = gitopsMlPlugin.provide(
  createRoutableExtension({
    name: 'EntityGitopsMlDeliveryContent',
    mountPoint: deliveryRouteRef,
    component: () =>
      import('./tabs/delivery/DeliveryTab').then(m => m.DeliveryTab),
  }),
);

/** The card for an entity's overview page. @public */
export const EntityGitopsMlOverviewCard = gitopsMlPlugin.provide(
  createComponentExtension({
    name: 'EntityGitopsMlOverviewCard',
    component: {
      lazy: () => import('./card/OverviewCard').then(m => m.OverviewCard),
    },
  }),
);

/** The platform team's page, for the route `/gitops-ml`. @public */
export const GitopsMlFleetPage = gitopsMlPlugin.provide(
  createRoutableExtension({
    name: 'GitopsMlFleetPage',
    mountPoint: fleetRouteRef,
    component: () => import('./fleet/FleetPage').then(m => m.FleetPage),
  }),
);

/** The content of the entity tab "Feature views". @public */
export const EntityGitopsMlFeaturesContent = gitopsMlPlugin.provide(
  createRoutableExtension({
    name: 'EntityGitopsMlFeaturesContent',
    mountPoint: featuresRouteRef,
    component: () =>
      import('./tabs/features/FeaturesTab').then(m => m.FeaturesTab),
  }),
);

/** The content of the entity tab "Data versions". @public */
export const EntityGitopsMlDataContent = gitopsMlPlugin.provide(
  createRoutableExtension({
    name: 'EntityGitopsMlDataContent',
    mountPoint: dataRouteRef,
    component: () => import('./tabs/data/DataTab').then(m => m.DataTab),
  }),
);

/** The content of the entity tab "Model versions". @public */
export const EntityGitopsMlModelsContent = gitopsMlPlugin.provide(
  createRoutableExtension({
    name: 'EntityGitopsMlModelsContent',
    mountPoint: modelsRouteRef,
    component: () => import('./tabs/models/ModelsTab').then(m => m.ModelsTab),
  }),
);

/** `ui:field: GitopsMlName`, for `ScaffolderFieldExtensions`. @public */
export const GitopsMlNameFieldExtension = gitopsMlPlugin.provide(
  createScaffolderFieldExtension(nameFieldOptions),
);

/** `ui:field: GitopsMlRepository`, for `ScaffolderFieldExtensions`. @public */
export const GitopsMlRepositoryFieldExtension = gitopsMlPlugin.provide(
  createScaffolderFieldExtension(repositoryFieldOptions),
);

/** `ui:field: GitopsMlEntity`, for `ScaffolderFieldExtensions`. @public */
export const GitopsMlEntityFieldExtension = gitopsMlPlugin.provide(
  createScaffolderFieldExtension(entityFieldOptions),
);

/** `ui:field: GitopsMlEnvironments`, for `ScaffolderFieldExtensions`. @public */
export const GitopsMlEnvironmentsFieldExtension = gitopsMlPlugin.provide(
  createScaffolderFieldExtension(environmentsFieldOptions),
);

/** `ui:field: GitopsMlDvcRemote`, for `ScaffolderFieldExtensions`. @public */
export const GitopsMlDvcRemoteFieldExtension = gitopsMlPlugin.provide(
  createScaffolderFieldExtension(dvcRemoteFieldOptions),
);
