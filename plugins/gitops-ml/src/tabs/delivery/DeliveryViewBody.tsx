import { DeliveryResponse } from '@gitops-ml/backstage-plugin-gitops-ml-common';
import { SimulatedNotice } from '../../components/SimulatedNotice/SimulatedNotice';
import { useViewState } from '../../hooks/useViewState';
import { DeliveryEmpty } from './DeliveryEmpty';
import { EnvironmentChoice } from './EnvironmentChoice';
import { EnvironmentDelivery } from './EnvironmentDelivery';

/** The deliveries of every environment, or of the one that the URL names. */
export const DeliveryViewBody = (props: {
  value: DeliveryResponse;
  onActed: () => void;
}) => {
  const { value } = props;
  const wanted = useViewState().get('environment');
  const shown = wanted
    ? value.environments.filter(({ name }) => name === wanted)
    : value.environments;
  const isSimulated = value.environments.some(({ deliveries }) =>
    deliveries.some(({ simulated }) => simulated),
  );
  if (value.environments.length === 0) return <DeliveryEmpty value={value} />;
  return (
    <>
      {isSimulated && <SimulatedNotice />}
      <EnvironmentChoice
        names={value.environments.map(({ name }) => name)}
        chosen={wanted}
      />
      {shown.map(environment => (
        <EnvironmentDelivery
          key={environment.name}
          environment={environment}
          onActed={props.onActed}
        />
      ))}
      {shown.length === 0 && <p>{`There is no environment ${wanted}.`}</p>}
    </>
  );
};
