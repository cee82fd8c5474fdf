import { Text } from '@backstage/ui';
import { ApplicationView } from '@gitops-ml/backstage-plugin-gitops-ml-common';
import { StatusWord } from '../../components/StatusWord/StatusWord';
import { countNoun } from '../../view-model/countNoun';
import { describePhase } from '../../view-model/live/describePhase';
import styles from './delivery.module.css';

const MAX_SHOWN = 50;

/** The resources that are not in sync or not healthy. Nothing when all are. */
export const ResourceList = (props: {
  resources: ApplicationView['resources'];
}) => {
  const shown = props.resources.slice(0, MAX_SHOWN);
  const leftOut = props.resources.length - shown.length;
  if (shown.length === 0) return null;
  return (
    <>
      <ul className={styles.resources} aria-label="Resources that are not well">
        {shown.map(({ kind, name, sync, health, message }) => (
          <li key={`${kind} ${name}`} className={styles.line}>
            <span>{`${kind} ${name}`}</span>
            {sync && sync !== 'Synced' && (
              <StatusWord {...describePhase(sync)} />
            )}
            {health && <StatusWord {...describePhase(health, message)} />}
          </li>
        ))}
      </ul>
      {leftOut > 0 && (
        <Text variant="body-small" color="secondary">
          {`Not here: ${countNoun(leftOut, 'other resource')}.`}
        </Text>
      )}
    </>
  );
};
