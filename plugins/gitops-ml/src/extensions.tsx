import {
  ApiBlueprint,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/frontend-plugin-api';
import { EntityContentBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { FormFieldBlueprint } from '@backstage/plugin-scaffolder-react/alpha';
import {
  GitopsMlClient,
  GitopsMlTemplateClient,
} from '@gitops-ml/backstage-plugin-gitops-ml-common';
import { gitopsMlApiRef, gitopsMlTemplateApiRef } from './api';
import { hasGitopsMlPath } from './hasGitopsMlPath';

export const gitopsMlApi = ApiBlueprint.make({
  params: defineParams =>
    defineParams({
      api: gitopsMlApiRef,
      deps: { discovery: discoveryApiRef, fetch: fetchApiRef },
      factory: deps => new GitopsMlClient(deps),
    }),
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
