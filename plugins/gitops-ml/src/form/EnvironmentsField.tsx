import { useEffect } from 'react';
import { Alert, Button, Skeleton, Text } from '@backstage/ui';
import { RiAddLine } from '@remixicon/react';
import { describeRowErrors } from './describeRowErrors';
import { EnvironmentInput } from './EnvironmentInput';
import { EnvironmentRow } from './EnvironmentRow';
import styles from './EnvironmentsField.module.css';
import { FieldErrors } from './FieldErrors';
import { FieldFrame } from './FieldFrame';
import { FieldProps } from './FieldProps';
import { isUnset } from './isUnset';
import { createEnvironment } from './renameEnvironment';
import { readText } from './readText';
import { useTemplateOptions } from './useTemplateOptions';

const USUAL = ['staging', 'production'];

/** `ui:field: GitopsMlEnvironments`: where the system is deployed to. */
export const EnvironmentsField = ({
  errorSchema = {},
  formContext,
  formData,
  onChange,
  schema,
}: FieldProps<EnvironmentInput[]> & { errorSchema?: object }) => {
  const options = useTemplateOptions();
  const instances =
    options.status === 'ok' ? options.value.argocdInstances : [];
  const [instance = ''] = instances;
  const isFirst = isUnset(formData);
  const environments = isFirst ? [] : formData ?? [];
  const project = readText(formContext?.formData, 'name') ?? '';

  useEffect(() => {
    if (isFirst && options.status === 'ok') {
      onChange(USUAL.map(name => createEnvironment(project, name, instance)));
    }
    // eslint-disable-next-line react-hooks/exhaustive-deps -- onChange is new at each render of the form
  }, [isFirst, options.status, instance]);

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
  return (
    <FieldFrame>
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
            label={environment.name || `${index + 1}`}
            instances={instances}
            project={project}
            onChange={next => replace(index, next)}
            onRemove={() => replace(index, undefined)}
          />
        ))}
        <div>
          <Button
            variant="secondary"
            iconStart={<RiAddLine />}
            onPress={() =>
              onChange([
                ...environments,
                createEnvironment(project, '', instance),
              ])
            }
          >
            Add environment
          </Button>
        </div>
        <FieldErrors errors={describeRowErrors(environments, errorSchema)} />
      </div>
    </FieldFrame>
  );
};
