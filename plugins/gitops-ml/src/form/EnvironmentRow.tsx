import { ButtonIcon, Select, TextField } from '@backstage/ui';
import { RiDeleteBinLine } from '@remixicon/react';
import { EnvironmentInput } from './EnvironmentInput';
import { renameEnvironment } from './renameEnvironment';
import styles from './EnvironmentsField.module.css';

/** One environment of the form, in one line. */
export const EnvironmentRow = (props: {
  environment: EnvironmentInput;
  /** How to call it: by its name, or by its number while it has none. */
  label: string;
  instances: string[];
  /** The name of what is made, of which namespaces are. */
  project: string;
  onChange: (next: EnvironmentInput) => void;
  onRemove: () => void;
}) => {
  const { environment, label, instances, project, onChange } = props;
  return (
    <div
      className={styles.row}
      role="group"
      aria-label={`Environment ${label}`}
    >
      <TextField
        label="Name"
        value={environment.name}
        onChange={name =>
          onChange(renameEnvironment(project, environment, name))
        }
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
        value={environment.cluster}
        onChange={cluster => onChange({ ...environment, cluster })}
      />
      <TextField
        label="Namespace"
        value={environment.namespace}
        onChange={namespace => onChange({ ...environment, namespace })}
      />
      <ButtonIcon
        aria-label={`Remove environment ${label}`}
        variant="tertiary"
        icon={<RiDeleteBinLine />}
        onPress={props.onRemove}
      />
    </div>
  );
};
