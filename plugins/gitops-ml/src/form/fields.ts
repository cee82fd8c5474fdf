import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import {
  dvcRemoteFieldOptions,
  entityFieldOptions,
  environmentsFieldOptions,
  nameFieldOptions,
  repositoryFieldOptions,
} from './fieldOptions';

export const nameField = createFormField(nameFieldOptions);
export const repositoryField = createFormField(repositoryFieldOptions);
export const environmentsField = createFormField(environmentsFieldOptions);
export const dvcRemoteField = createFormField(dvcRemoteFieldOptions);
export const entityField = createFormField(entityFieldOptions);
