import { Clock } from '../../clock/Clock';
import { ClusterStore } from '../../cluster/ClusterStore';
import { ApplicationController } from './ApplicationController';

/** What the API needs beside its own objects, where applications are deployed. */
export interface Live {
  store: ClusterStore;
  clock: Clock;
  controller: ApplicationController;
}
