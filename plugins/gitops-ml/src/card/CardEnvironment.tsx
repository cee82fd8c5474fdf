import { EnvironmentView } from '@gitops-ml/backstage-plugin-gitops-ml-common';
import { BreakableName } from '../components/BreakableName/BreakableName';
import { RunningText } from '../components/RunningText/RunningText';
import { DeliveryCell } from '../tabs/overview/DeliveryCell';
import styles from './card.module.css';

/** An environment in one line: its name, what serves, how its delivery stands. */
export const CardEnvironment = (props: { environment: EnvironmentView }) => (
  <li className={styles.row}>
    <strong className={styles.name}>
      <BreakableName name={props.environment.name} />
    </strong>
    <RunningText environment={props.environment} />
    <DeliveryCell environment={props.environment} />
  </li>
);
