import { useViewState } from '../../hooks/useViewState';
import { EnvironmentRow } from '../../view-model/live/collectEnvironmentRows';
import { AnswerRow } from './AnswerRow';
import { DeliveryCell } from './DeliveryCell';
import { EnvironmentName } from './EnvironmentName';
import styles from './overview.module.css';
import { usePartHref } from './usePartHref';

/** One environment: what Git wants, then the answers that say something else. */
export const EnvironmentRows = ({ row }: { row: EnvironmentRow }) => {
  const { environment, desired, others, agreeing } = row;
  const state = useViewState();
  const isOpen = state.get('environment') === environment.name;
  const hrefOf = usePartHref(environment);
  const below = isOpen ? [...agreeing, ...others] : others;
  return (
    <tbody className={styles.environment}>
      <AnswerRow
        line={desired}
        hrefOf={hrefOf}
        title={
          <EnvironmentName
            environment={environment}
            agreeing={agreeing}
            isOpen={isOpen}
            onToggle={() =>
              state.set({
                environment: isOpen ? undefined : environment.name,
              })
            }
          />
        }
        last={<DeliveryCell environment={environment} />}
      />
      {below.map(line => (
        <AnswerRow key={line.id} line={line} environment={environment} />
      ))}
    </tbody>
  );
};
