import { Skeleton, Text } from '@backstage/ui';
import { EnvironmentsResponse } from '@gitops-ml/backstage-plugin-gitops-ml-common';
import { ErrorState } from '../components/ViewFrame/ErrorState';
import { EntityView } from '../hooks/useEntityView';
import { CardEnvironment } from './CardEnvironment';
import { CardFindings } from './CardFindings';
import styles from './card.module.css';

/** The card's inside, in each of its states. */
export const CardContent = (props: {
  view: EntityView<EnvironmentsResponse>;
}) => {
  const { value, error, reload } = props.view;
  if (!value) {
    return error ? (
      <ErrorState error={error} onRetry={reload} />
    ) : (
      <Skeleton width="100%" height={96} />
    );
  }
  if (value.environments.length === 0) {
    return (
      <Text as="p" color="secondary">
        {`No environment found: we looked for ${value.lookedFor.join(', ')}.`}
      </Text>
    );
  }
  return (
    <div className={styles.content}>
      <ul className={styles.list} aria-label="Environments">
        {value.environments.map(environment => (
          <CardEnvironment key={environment.name} environment={environment} />
        ))}
      </ul>
      <CardFindings findings={value.findings} />
      {value.environments.some(({ simulated }) => simulated) && (
        <Text variant="body-small" color="secondary">
          Demo cluster: controllers are simulated
        </Text>
      )}
    </div>
  );
};
