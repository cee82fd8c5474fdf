import {
  DeliveryView,
  EnvironmentView,
} from '@gitops-ml/backstage-plugin-gitops-ml-common';
import { DeclaredEnvironment } from '@gitops-ml/core';
import { LiveEnvironment } from '../live/LiveEnvironments';
import { CommitState } from './StateTuples';

/** An environment with what it was made of. */
export interface FoundEnvironment {
  view: EnvironmentView;
  declared: DeclaredEnvironment;
  live: LiveEnvironment | undefined;
  desired: CommitState | undefined;
  delivery: DeliveryView | undefined;
}
