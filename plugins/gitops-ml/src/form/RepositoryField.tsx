import { useState } from 'react';
import { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import { proposeRepository } from './proposeRepository';
import { readText } from './readText';

/**
 * `ui:field: GitopsMlRepository`: Backstage's own picker with its `ui:options`,
 * which begins with a repository of the component's name.
 */
export const RepositoryField = (
  props: FieldExtensionComponentProps<string>,
) => {
  const { formContext, formData, onChange, registry, uiSchema } = props;
  // The picker reads its value once, when it appears.
  const [first] = useState(
    () =>
      formData ??
      proposeRepository(
        uiSchema['ui:options']?.allowedHosts,
        readText(formContext?.formData, 'name'),
      ),
  );
  const Picker = registry.fields.RepoUrlPicker;
  return (
    <Picker
      {...props}
      formData={formData ?? first}
      // The picker tells its value at each render, and the form forgets its
      // errors at each change.
      onChange={(next?: string) => {
        if (next !== formData) onChange(next);
      }}
    />
  );
};
