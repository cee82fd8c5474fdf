import { ActionPlan } from '../actions/ActionPlan';

/** A Deployment follows Git at once: there is nothing to promote or to abort. */
export function planDeployment(): ActionPlan {
  return {
    refused:
      'A Deployment has no steps: it is changed in Git, and rolled back there.',
  };
}
