import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { DvcRemoteField } from './DvcRemoteField';
import { EntityField } from './EntityField';
import { EnvironmentsField } from './EnvironmentsField';
import { NameField } from './NameField';
import { RepositoryField } from './RepositoryField';
import { validateEnvironments } from './validateEnvironments';
import { validateName } from './validateName';
import { validateRepository } from './validateRepository';

export const nameField = createFormField({
  name: 'GitopsMlName',
  component: NameField,
  validation: validateName,
});

export const repositoryField = createFormField({
  name: 'GitopsMlRepository',
  component: RepositoryField,
  validation: validateRepository,
});

export const environmentsField = createFormField({
  name: 'GitopsMlEnvironments',
  component: EnvironmentsField,
  validation: validateEnvironments,
});

export const dvcRemoteField = createFormField({
  name: 'GitopsMlDvcRemote',
  component: DvcRemoteField,
});

export const entityField = createFormField({
  name: 'GitopsMlEntity',
  component: EntityField,
});
