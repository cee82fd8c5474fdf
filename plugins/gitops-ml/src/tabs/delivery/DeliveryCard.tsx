import { useId } from 'react';
import { Card, CardBody } from '@backstage/ui';
import { DeliveryView } from '@gitops-ml/backstage-plugin-gitops-ml-common';
import { StepList } from '../../components/StepList/StepList';
import { WeightBar } from '../../components/WeightBar/WeightBar';
import { AnalysisList } from './AnalysisList';
import { DeliveryHead } from './DeliveryHead';
import { DeliveryEnvironment } from './DeliveryEnvironment';
import { ChangesSection } from './ChangesSection';
import { RevisionTable } from './RevisionTable';
import { WhyNotLine } from './WhyNotLine';
import styles from './delivery.module.css';

/** One workload: the sentence, why not, the weights and steps, what is tried, how it is judged. */
export const DeliveryCard = (props: {
  delivery: DeliveryView;
  environment: DeliveryEnvironment;
  onActed: () => void;
}) => {
  const { delivery, environment } = props;
  const id = useId();
  const isStale = environment.kubernetes.status !== 'ok';
  return (
    <article aria-labelledby={id}>
      <Card>
        <CardBody>
          <div className={styles.card}>
            <WhyNotLine delivery={delivery} />
            <DeliveryHead
              id={id}
              delivery={delivery}
              environment={environment}
              onActed={props.onActed}
            />
            <div className={styles.columns}>
              <div className={styles.column}>
                {delivery.weight && (
                  <WeightBar
                    weight={delivery.weight}
                    maxWeight={delivery.maxWeight}
                    means={delivery.weightMeans}
                    isCandidate={delivery.revisions.some(
                      ({ role }) => role === 'candidate',
                    )}
                    isStale={isStale}
                  />
                )}
                <StepList delivery={delivery} />
              </div>
              <RevisionTable revisions={delivery.revisions} isStale={isStale} />
            </div>
            <AnalysisList delivery={delivery} />
            <ChangesSection delivery={delivery} />
          </div>
        </CardBody>
      </Card>
    </article>
  );
};
