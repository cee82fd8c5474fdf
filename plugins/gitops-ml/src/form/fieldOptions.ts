import { DvcRemoteField } from './DvcRemoteField';
import { EntityField } from './EntityField';
import { EnvironmentsField } from './EnvironmentsField';
import { NameField } from './NameField';
import { RepositoryField } from './RepositoryField';
import { validateEnvironments } from './validateEnvironments';
import { validateName } from './validateName';
import { validateRepository } from './validateRepository';

// The fields as both front-end systems take them; the names are those of `ui:field`.

export const nameFieldOptions = {
  name: 'GitopsMlName',
  component: NameField,
  validation: validateName,
};

export const repositoryFieldOptions = {
  name: 'GitopsMlRepository',
  component: RepositoryField,
  validation: validateRepository,
};

export const environmentsFieldOptions = {
  name: 'GitopsMlEnvironments',
  component: EnvironmentsField,
  validation: validateEnvironments,
};

export const dvcRemoteFieldOptions = {
  name: 'GitopsMlDvcRemote',
  component: DvcRemoteField,
};

export const entityFieldOptions = {
  name: 'GitopsMlEntity',
  component: EntityField,
};
