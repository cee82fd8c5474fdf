import { useEffect } from 'react';
import { Alert, Select, Skeleton } from '@backstage/ui';
import { FieldFrame } from './FieldFrame';
import { FieldProps } from './FieldProps';
import { useTemplateOptions } from './useTemplateOptions';

/** `ui:field: GitopsMlDvcRemote`: below which configured address the data lie. */
export const DvcRemoteField = ({
  formData,
  onChange,
  rawErrors,
  required,
  schema,
}: FieldProps<string>) => {
  const options = useTemplateOptions();
  const remotes = options.status === 'ok' ? options.value.dvcRemotes : [];
  const [only] = remotes.length === 1 ? remotes : [];

  useEffect(() => {
    if (formData === undefined && only) onChange(only);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- onChange is new at each render of the form
  }, [formData, only]);

  if (options.status === 'loading') return <Skeleton height={64} />;
  if (options.status === 'failed') {
    return <Alert status="danger" title={options.message} />;
  }
  if (remotes.length === 0) {
    return (
      <Alert
        status="warning"
        title="No DVC remote is configured. Ask the platform team for an entry of gitopsMl.dvc.remotes."
      />
    );
  }
  return (
    <FieldFrame>
      <Select
        label={schema.title ?? 'DVC remote'}
        description={schema.description}
        isRequired={required}
        isInvalid={Boolean(rawErrors?.length)}
        options={remotes.map(url => ({ value: url, label: url }))}
        value={formData ?? null}
        onChange={key => onChange(key === null ? undefined : String(key))}
      />
    </FieldFrame>
  );
};
