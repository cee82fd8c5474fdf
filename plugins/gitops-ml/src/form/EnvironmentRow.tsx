import { ButtonIcon, Select, TextField } from '@backstage/ui';
import { RiDeleteBinLine } from '@remixicon/react';
import { EnvironmentInput } from './EnvironmentInput';
import styles from './EnvironmentsField.module.css';

/** One environment of the form, in one line. */
export const EnvironmentRow = (props: {
  environment: EnvironmentInput;
  instances: string[];
  /** The namespace where none is given. */
  namespace: string;
  onChange: (next: EnvironmentInput) => void;
  onRemove: () => void;
}) => {
  const { environment, instances, onChange } = props;
  const optional = (text: string) => (text === '' ? undefined : text);
  return (
    <div
      className={styles.row}
      role="group"
      aria-label={`Environment ${environment.name}`}
    >
      <TextField
        label="Name"
        value={environment.name}
        onChange={name => onChange({ ...environment, name })}
      />
      <Select
        label="Argo CD instance"
        options={instances.map(name => ({ value: name, label: name }))}
        value={environment.instance === '' ? null : environment.instance}
        onChange={key =>
          onChange({
            ...environment,
            instance: key === null ? '' : String(key),
          })
        }
      />
      <TextField
        label="Cluster"
        placeholder="in-cluster"
        value={environment.cluster ?? ''}
        onChange={text => onChange({ ...environment, cluster: optional(text) })}
      />
      <TextField
        label="Namespace"
        placeholder={props.namespace}
        value={environment.namespace ?? ''}
        onChange={text =>
          onChange({ ...environment, namespace: optional(text) })
        }
      />
      <ButtonIcon
        aria-label={`Remove environment ${environment.name}`}
        variant="tertiary"
        icon={<RiDeleteBinLine />}
        onPress={props.onRemove}
      />
    </div>
  );
};
