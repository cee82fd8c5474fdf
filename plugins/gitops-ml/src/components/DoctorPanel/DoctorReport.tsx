import { useCallback } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import { Skeleton } from '@backstage/ui';
import { gitopsMlApiRef } from '../../api';
import { useEntityRef } from '../../hooks/useEntityRef';
import { useEntityView } from '../../hooks/useEntityView';
import { describeViewError } from '../../view-model/describeViewError';
import { FailedState } from '../ViewFrame/FailedState';
import { Section } from '../Section/Section';
import { DoctorFiles } from './DoctorFiles';
import { DoctorPages } from './DoctorPages';
import { DoctorStepItem } from './DoctorStepItem';
import styles from './DoctorPanel.module.css';

export const DoctorReport = () => {
  const api = useApi(gitopsMlApiRef);
  const { ref } = useEntityRef();
  const load = useCallback(
    (options: { signal: AbortSignal }) => api.getDoctor(ref, options),
    [api, ref],
  );
  const { value, error, reload } = useEntityView(load);
  if (error && !value) {
    return (
      <FailedState
        message={describeViewError(error).message}
        onRetry={reload}
      />
    );
  }
  if (!value) return <Skeleton width="100%" height={120} />;
  return (
    <div className={styles.root}>
      <ol className={styles.steps} aria-label="Chain">
        {value.steps.map(step => (
          <DoctorStepItem key={step.id} step={step} />
        ))}
      </ol>
      <Section title="Pages">
        <DoctorPages pages={value.pages} />
      </Section>
      <Section title="Files">
        <DoctorFiles files={value.files} />
      </Section>
    </div>
  );
};
