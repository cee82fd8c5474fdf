import { Alert } from '@backstage/ui';
import {
  ApplicationView,
  ObservationView,
} from '@gitops-ml/backstage-plugin-gitops-ml-common';
import { Disclosure } from '../../components/Disclosure/Disclosure';
import { FactList } from '../../components/FactList/FactList';
import { describeApplication } from '../../view-model/live/describeApplication';
import { applicationFacts } from './applicationFacts';
import { HistoryTable } from './HistoryTable';
import { ResourceList } from './ResourceList';
import styles from './delivery.module.css';

/** What Argo CD says: conditions first, then sync, health, operation and history. */
export const ApplicationPanel = (props: {
  application: ApplicationView;
  observation: ObservationView;
}) => {
  const { application, observation } = props;
  return (
    <>
      {application.conditions.map(({ type, message }) => (
        <Alert
          key={`${type} ${message}`}
          role="status"
          status={type.endsWith('Error') ? 'danger' : 'warning'}
          icon
          title={`Argo CD: ${type}`}
          description={<q className={styles.quote}>{message}</q>}
        />
      ))}
      <Disclosure
        {...describeApplication(application, observation)}
        isOpenAtFirst={application.conditions.length > 0}
      >
        <FactList facts={applicationFacts(application)} />
        <ResourceList resources={application.resources} />
        <HistoryTable history={application.history} />
      </Disclosure>
    </>
  );
};
