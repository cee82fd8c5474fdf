import { Alert, Text } from '@backstage/ui';
import { Section } from '../../components/Section/Section';
import { ApplicationPanel } from './ApplicationPanel';
import { DeliveryCard } from './DeliveryCard';
import { DeliveryEnvironment } from './DeliveryEnvironment';
import { NoDelivery } from './NoDelivery';

/** An environment's workloads, and what Argo CD says of it. */
export const EnvironmentDelivery = (props: {
  environment: DeliveryEnvironment;
  onActed: () => void;
}) => {
  const { environment } = props;
  const { name, cluster, namespace, unbound, deliveries, application } =
    environment;
  return (
    <Section
      title={name}
      aside={
        <Text variant="body-small" color="secondary">
          {[cluster && `cluster ${cluster}`, namespace]
            .filter(Boolean)
            .join(' · ')}
        </Text>
      }
    >
      {unbound && (
        <Alert
          role="status"
          status="warning"
          icon
          title={unbound.message}
          description={unbound.remedy}
        />
      )}
      {deliveries.map(delivery => (
        <DeliveryCard
          key={`${delivery.kind} ${delivery.name}`}
          delivery={delivery}
          environment={environment}
          onActed={props.onActed}
        />
      ))}
      {deliveries.length === 0 && !unbound && (
        <NoDelivery environment={environment} />
      )}
      {application && (
        <ApplicationPanel
          application={application}
          observation={environment.argocd}
        />
      )}
    </Section>
  );
};
