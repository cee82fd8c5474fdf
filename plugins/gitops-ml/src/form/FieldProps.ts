import { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';

/** What our fields use of what the form hands them. */
export interface FieldProps<T>
  extends Pick<
    FieldExtensionComponentProps<T>,
    | 'formContext'
    | 'formData'
    | 'rawErrors'
    | 'required'
    | 'schema'
    | 'uiSchema'
  > {
  onChange: (value: T | undefined) => void;
}
