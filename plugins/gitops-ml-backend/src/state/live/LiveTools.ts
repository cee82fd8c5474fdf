import { RevisionViews } from '../views/RevisionViews';
import { DeliveryEvents } from '../deliveries/DeliveryEvents';
import { StateTuples } from '../environments/StateTuples';
import { DeclareEnvironments } from './declareEnvironments';
import { LiveEnvironments } from './LiveEnvironments';

/** What views of live sources are made with. */
export interface LiveTools {
  revisions: RevisionViews;
  live: LiveEnvironments;
  events: DeliveryEvents;
  declare: DeclareEnvironments;
  tuples: StateTuples;
  now?: () => number;
}
