import {
  ApiBlueprint,
  discoveryApiRef,
  fetchApiRef,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import {
  EntityCardBlueprint,
  EntityContentBlueprint,
} from '@backstage/plugin-catalog-react/alpha';
import { FormFieldBlueprint } from '@backstage/plugin-scaffolder-react/alpha';
import {
  GitopsMlClient,
  GitopsMlLiveClient,
  GitopsMlTemplateClient,
} from '@gitops-ml/backstage-plugin-gitops-ml-common';
import { RiGitBranchLine } from '@remixicon/react';
import {
  gitopsMlApiRef,
  gitopsMlLiveApiRef,
  gitopsMlTemplateApiRef,
} from './api';
import { hasGitopsMlPath } from './hasGitopsMlPath';
import { fleetRouteRef } from './routes';

export const gitopsMlApi = ApiBlueprint.make({
  params: defineParams =>
    defineParams({
      api: gitopsMlApiRef,
      deps: { discovery: discoveryApiRef, fetch: fetchApiRef },
      factory: deps => new GitopsMlClient(deps),
    }),
});

export const gitopsMlLiveApi = ApiBlueprint.make({
  name: 'live',
  params: defineParams =>
    defineParams({
      api: gitopsMlLiveApiRef,
      deps: { discovery: discoveryApiRef, fetch: fetchApiRef },
      factory: deps => new GitopsMlLiveClient(deps),
    }),
});

export const overviewTab = EntityContentBlueprint.make({
  name: 'overview',
  params: {
    path: '/ml-overview',
    title: 'ML overview',
    group: 'ml',
    filter: hasGitopsMlPath,
    loader: () =>
      import('./tabs/overview/OverviewTab').then(m => <m.OverviewTab />),
  },
});

export const deliveryTab = EntityContentBlueprint.make({
  name: 'delivery',
  params: {
    path: '/ml-delivery',
    title: 'Delivery',
    group: 'ml',
    filter: hasGitopsMlPath,
    loader: () =>
      import('./tabs/delivery/DeliveryTab').then(m => <m.DeliveryTab />),
  },
});

export const overviewCard = EntityCardBlueprint.make({
  name: 'overview',
  params: {
    type: 'content',
    filter: hasGitopsMlPath,
    loader: () => import('./card/OverviewCard').then(m => <m.OverviewCard />),
  },
});

export const fleetPage = PageBlueprint.make({
  params: {
    path: '/gitops-ml',
    title: 'GitOps ML',
    icon: <RiGitBranchLine />,
    routeRef: fleetRouteRef,
    noHeader: true,
    loader: () => import('./fleet/FleetPage').then(m => <m.FleetPage />),
  },
});

export const featuresTab = EntityContentBlueprint.make({
  name: 'features',
  params: {
    path: '/ml-features',
    title: 'Feature views',
    group: 'ml',
    filter: hasGitopsMlPath,
    loader: () =>
      import('./tabs/features/FeaturesTab').then(m => <m.FeaturesTab />),
  },
});

export const dataTab = EntityContentBlueprint.make({
  name: 'data',
  params: {
    path: '/ml-data',
    title: 'Data versions',
    group: 'ml',
    filter: hasGitopsMlPath,
    loader: () => import('./tabs/data/DataTab').then(m => <m.DataTab />),
  },
});

export const modelsTab = EntityContentBlueprint.make({
  name: 'models',
  params: {
    path: '/ml-models',
    title: 'Model versions',
    group: 'ml',
    filter: hasGitopsMlPath,
    loader: () => import('./tabs/models/ModelsTab').then(m => <m.ModelsTab />),
  },
});

export const gitopsMlTemplateApi = ApiBlueprint.make({
  name: 'template',
  params: defineParams =>
    defineParams({
      api: gitopsMlTemplateApiRef,
      deps: { discovery: discoveryApiRef, fetch: fetchApiRef },
      factory: deps => new GitopsMlTemplateClient(deps),
    }),
});

export const nameFormField = FormFieldBlueprint.make({
  name: 'name',
  params: { field: () => import('./form/fields').then(m => m.nameField) },
});

export const repositoryFormField = FormFieldBlueprint.make({
  name: 'repository',
  params: {
    field: () => import('./form/fields').then(m => m.repositoryField),
  },
});

export const environmentsFormField = FormFieldBlueprint.make({
  name: 'environments',
  params: {
    field: () => import('./form/fields').then(m => m.environmentsField),
  },
});

export const dvcRemoteFormField = FormFieldBlueprint.make({
  name: 'dvc-remote',
  params: { field: () => import('./form/fields').then(m => m.dvcRemoteField) },
});

export const entityFormField = FormFieldBlueprint.make({
  name: 'entity',
  params: { field: () => import('./form/fields').then(m => m.entityField) },
});
