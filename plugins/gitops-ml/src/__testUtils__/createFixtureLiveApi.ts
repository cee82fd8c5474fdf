import { GitopsMlLiveApi } from '@gitops-ml/backstage-plugin-gitops-ml-common';
import { promotePlan, promoteResult } from './fixtures/live/actions';
import { deliveryResponse } from './fixtures/live/delivery';
import { environmentsResponse } from './fixtures/live/environments';
import { fleetResponse } from './fixtures/live/fleet';
import { releasesResponse } from './fixtures/live/releases';

/** What runs, as a table of answers; what a test names replaces the fraud detector's. */
export function createFixtureLiveApi(
  overrides: Partial<GitopsMlLiveApi> = {},
): GitopsMlLiveApi {
  return {
    getEnvironments: async () => environmentsResponse,
    getReleases: async () => releasesResponse,
    getDelivery: async () => deliveryResponse,
    planAction: async (_entity, _target, action) => ({
      ...promotePlan,
      action,
    }),
    act: async (_entity, _target, action) => ({ ...promoteResult, action }),
    getFleet: async () => fleetResponse,
    ...overrides,
  };
}
