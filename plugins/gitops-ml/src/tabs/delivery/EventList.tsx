import { useState } from 'react';
import { Button } from '@backstage/ui';
import { DeliveryView } from '@gitops-ml/backstage-plugin-gitops-ml-common';
import { RelativeTime } from '../../components/RelativeTime/RelativeTime';
import { StatusWord } from '../../components/StatusWord/StatusWord';
import { countNoun } from '../../view-model/countNoun';
import { describeEvent } from '../../view-model/live/describeEvent';
import { describePhase } from '../../view-model/live/describePhase';
import styles from './delivery.module.css';

const FIRST_SHOWN = 20;

/** What was seen of a delivery over time, newest first. */
export const EventList = ({ delivery }: { delivery: DeliveryView }) => {
  const { events, maxWeight } = delivery;
  const [shown, setShown] = useState(FIRST_SHOWN);
  return (
    <>
      <ol className={styles.events} aria-label="Changes">
        {events.slice(0, shown).map((event, index) => (
          <li key={`${index} ${event.at}`} className={styles.event}>
            <RelativeTime time={event.at} />
            <StatusWord {...describePhase(event.phase)} />
            <span className={styles.words}>
              {describeEvent(event, maxWeight)}
            </span>
          </li>
        ))}
      </ol>
      {events.length > shown && (
        <Button variant="tertiary" onPress={() => setShown(events.length)}>
          {`Show ${countNoun(events.length - shown, 'more change')}`}
        </Button>
      )}
    </>
  );
};
