import { TextField } from '@backstage/ui';
import { FieldFrame } from './FieldFrame';
import { FieldProps } from './FieldProps';

/** `ui:field: GitopsMlName`: the name of what is made, checked for being free. */
export const NameField = ({
  formData,
  onChange,
  rawErrors,
  required,
  schema,
}: FieldProps<string>) => (
  <FieldFrame>
    <TextField
      label={schema.title ?? 'Name'}
      description={schema.description}
      isRequired={required}
      isInvalid={Boolean(rawErrors?.length)}
      // The form says what is wrong; the browser would only move the focus.
      validationBehavior="aria"
      value={formData ?? ''}
      onChange={text => onChange(text === '' ? undefined : text)}
    />
  </FieldFrame>
);
