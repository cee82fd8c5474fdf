import { DeliveryView } from '@gitops-ml/backstage-plugin-gitops-ml-common';
import { Disclosure } from '../../components/Disclosure/Disclosure';
import { WeightSection } from '../../components/WeightChart/WeightSection';
import { countNoun } from '../../view-model/countNoun';
import { EventList } from './EventList';

/** What was seen of a delivery over time: the newest one as a picture, all of it in words. */
export const ChangesSection = ({ delivery }: { delivery: DeliveryView }) => {
  const count = delivery.events.length;
  if (count === 0) return null;
  return (
    <Disclosure
      title="Over time"
      subtitle={`${countNoun(
        count,
        'change',
      )} of weight, step and phase, as we saw them`}
      isOpenAtFirst={delivery.phase !== 'Healthy'}
    >
      <WeightSection
        delivery={delivery}
        words={<EventList delivery={delivery} />}
      />
    </Disclosure>
  );
};
