import { useEffect } from 'react';
import { Alert, Button, Skeleton, Text } from '@backstage/ui';
import { RiAddLine } from '@remixicon/react';
import { EnvironmentInput } from './EnvironmentInput';
import { EnvironmentRow } from './EnvironmentRow';
import styles from './EnvironmentsField.module.css';
import { FieldErrors } from './FieldErrors';
import { FieldProps } from './FieldProps';
import { readText } from './readText';
import { useTemplateOptions } from './useTemplateOptions';

const USUAL = ['staging', 'production'];

/** `ui:field: GitopsMlEnvironments`: where the system is deployed to. */
export const EnvironmentsField = ({
  formContext,
  formData,
  onChange,
  rawErrors,
  schema,
}: FieldProps<EnvironmentInput[]>) => {
  const options = useTemplateOptions();
  const instances =
    options.status === 'ok' ? options.value.argocdInstances : [];
  const [instance = ''] = instances;
  const environments = formData ?? [];

  useEffect(() => {
    if (formData === undefined && options.status === 'ok') {
      onChange(USUAL.map(name => ({ name, instance })));
    }
    // eslint-disable-next-line react-hooks/exhaustive-deps -- onChange is new at each render of the form
  }, [formData, options.status, instance]);

  if (options.status === 'loading') return <Skeleton height={120} />;
  if (options.status === 'failed') {
    return <Alert status="danger" title={options.message} />;
  }
  if (instances.length === 0) {
    return (
      <Alert
        status="warning"
        title="No Argo CD instance is configured. Ask the platform team for an entry of argocd.appLocatorMethods."
      />
    );
  }
  const replace = (index: number, next: EnvironmentInput | undefined) =>
    onChange(
      environments.flatMap((each, at) => {
        if (at !== index) return [each];
        return next ? [next] : [];
      }),
    );
  const name = readText(formContext?.formData, 'name') ?? '<name>';
  return (
    <div className={styles.root}>
      <Text weight="bold">{schema.title ?? 'Environments'}</Text>
      {schema.description && (
        <Text variant="body-small" color="secondary">
          {schema.description}
        </Text>
      )}
      {environments.map((environment, index) => (
        <EnvironmentRow
          // The name changes while it is typed.
          key={`row-${index.toString()}`}
          environment={environment}
          instances={instances}
          namespace={`${name}-${environment.name || '<environment>'}`}
          onChange={next => replace(index, next)}
          onRemove={() => replace(index, undefined)}
        />
      ))}
      <div>
        <Button
          variant="secondary"
          iconStart={<RiAddLine />}
          onPress={() => onChange([...environments, { name: '', instance }])}
        >
          Add environment
        </Button>
      </div>
      <FieldErrors errors={rawErrors} />
    </div>
  );
};
