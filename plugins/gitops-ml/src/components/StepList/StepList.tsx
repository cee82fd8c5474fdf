import { Text } from '@backstage/ui';
import { DeliveryView } from '@gitops-ml/backstage-plugin-gitops-ml-common';
import { StepItem } from './StepItem';
import styles from './StepList.module.css';

/** The plan of a delivery, the step that it stands at in full. Numbered as the provider counts: from 0. */
export const StepList = (props: {
  delivery: Pick<
    DeliveryView,
    'steps' | 'phase' | 'aborted' | 'maxWeight' | 'paused'
  >;
}) => {
  const { steps, phase, aborted, maxWeight, paused } = props.delivery;
  if (steps.length === 0) {
    return (
      <Text as="p" color="secondary">
        No steps are declared: the new version takes over as its pods get ready.
      </Text>
    );
  }
  return (
    <ol className={styles.list} aria-label="Steps">
      {steps.map(step => (
        <StepItem
          key={step.index}
          step={step}
          phase={phase}
          aborted={aborted}
          maxWeight={maxWeight}
          paused={step.state === 'current' ? paused : undefined}
        />
      ))}
    </ol>
  );
};
