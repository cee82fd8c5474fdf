import { RevisionViews } from '../views/RevisionViews';
import { DeclareEnvironments } from './declareEnvironments';
import { DeliveryEvents } from '../deliveries/DeliveryEvents';
import { LiveEnvironments } from './LiveEnvironments';

/** What views of live sources are made with. */
export interface LiveTools {
  revisions: RevisionViews;
  live: LiveEnvironments;
  events: DeliveryEvents;
  declare: DeclareEnvironments;
  now?: () => number;
}
