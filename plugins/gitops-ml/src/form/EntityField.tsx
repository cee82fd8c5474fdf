import { useEffect } from 'react';
import { Alert, Combobox, Skeleton } from '@backstage/ui';
import { FieldFrame } from './FieldFrame';
import { FieldProps } from './FieldProps';
import { findOwnGroup } from './findOwnGroup';
import { readKinds } from './readKinds';
import { useEntityChoices } from './useEntityChoices';

/**
 * `ui:field: GitopsMlEntity`: an entity of the catalog, of `ui:options.kinds`, and
 * nothing else: a text that names none goes when the field is left. With
 * `ui:options.proposeOwnGroup` it begins with the group of who fills in the form.
 */
export const EntityField = ({
  formData,
  onChange,
  rawErrors,
  required,
  schema,
  uiSchema,
}: FieldProps<string>) => {
  const options = uiSchema['ui:options'] ?? {};
  const entities = useEntityChoices(readKinds(options.kinds));
  const proposed =
    entities.status === 'ok' && options.proposeOwnGroup === true
      ? findOwnGroup(entities.value.choices, entities.value.ownershipEntityRefs)
      : undefined;

  useEffect(() => {
    if (formData === undefined && proposed) onChange(proposed);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once, or the field could not be emptied
  }, [proposed]);

  if (entities.status === 'loading') return <Skeleton height={64} />;
  if (entities.status === 'failed') {
    return <Alert status="danger" title={entities.message} />;
  }
  return (
    <FieldFrame>
      <Combobox
        label={schema.title}
        description={schema.description}
        isRequired={required}
        isInvalid={Boolean(rawErrors?.length)}
        validationBehavior="aria"
        options={entities.value.choices}
        value={formData ?? null}
        onChange={key => onChange(key === null ? undefined : String(key))}
      />
    </FieldFrame>
  );
};
