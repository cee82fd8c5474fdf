import { TextField } from '@backstage/ui';
import { FieldErrors } from './FieldErrors';
import { FieldProps } from './FieldProps';

/** `ui:field: GitopsMlName`: the name of what is made, checked for being free. */
export const NameField = ({
  formData,
  onChange,
  rawErrors,
  required,
  schema,
}: FieldProps<string>) => (
  <div>
    <TextField
      label={schema.title ?? 'Name'}
      description={schema.description}
      isRequired={required}
      isInvalid={Boolean(rawErrors?.length)}
      value={formData ?? ''}
      onChange={text => onChange(text === '' ? undefined : text)}
    />
    <FieldErrors errors={rawErrors} />
  </div>
);
