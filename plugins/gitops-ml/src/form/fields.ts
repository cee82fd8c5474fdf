import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { DvcRemoteField } from './DvcRemoteField';
import { EnvironmentsField } from './EnvironmentsField';
import { NameField } from './NameField';
import { validateEnvironments } from './validateEnvironments';
import { validateName } from './validateName';

export const nameField = createFormField({
  name: 'GitopsMlName',
  component: NameField,
  validation: validateName,
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
