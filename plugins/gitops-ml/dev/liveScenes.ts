import { GitopsMlLiveApi } from '@gitops-ml/backstage-plugin-gitops-ml-common';
import { createResponseError } from '../src/__testUtils__/createResponseError';
import { brokenApplication } from '../src/__testUtils__/fixtures/live/application';
import {
  abortedDelivery,
  answerWith,
  deliveryResponse,
} from '../src/__testUtils__/fixtures/live/delivery';
import {
  abortedEnvironmentsResponse,
  createEnvironment,
  dayZeroResponse,
  environmentsResponse,
  production,
} from '../src/__testUtils__/fixtures/live/environments';
import {
  createManyFleetRows,
  fleetResponse,
} from '../src/__testUtils__/fixtures/live/fleet';
import {
  forbidden,
  unreachable,
} from '../src/__testUtils__/fixtures/live/parts';
import {
  createManyReleases,
  releasesResponse,
} from '../src/__testUtils__/fixtures/live/releases';

const unknownAnswer = {
  status: 'unknown',
  reason: 'The cluster refuses to say what runs.',
};

function failing(status: number, message: string): Partial<GitopsMlLiveApi> {
  const fail = async () => {
    throw createResponseError(status, message);
  };
  return {
    getEnvironments: fail,
    getReleases: fail,
    getDelivery: fail,
    getFleet: fail,
  };
}

const never = () => new Promise<never>(() => {});

/** States of the live pages, by name. */
export const liveScenes: Record<string, Partial<GitopsMlLiveApi>> = {
  aborted: {
    getEnvironments: async () => abortedEnvironmentsResponse,
    getDelivery: async () => answerWith({ deliveries: [abortedDelivery] }),
  },
  empty: {
    getEnvironments: async () => ({
      ...environmentsResponse,
      environments: [],
      findings: [],
    }),
    getReleases: async () => ({ ...releasesResponse, releases: [], gaps: [] }),
    getDelivery: async () => ({ ...deliveryResponse, environments: [] }),
    getFleet: async () => ({ ...fleetResponse, rows: [] }),
  },
  'day-zero': {
    getEnvironments: async () => dayZeroResponse,
    getReleases: async () => ({ ...releasesResponse, releases: [], gaps: [] }),
    getDelivery: async () => answerWith({ deliveries: [] }),
  },
  'argocd-down': {
    getEnvironments: async () => ({
      ...environmentsResponse,
      environments: [
        createEnvironment({
          argocd: unreachable,
          synced: { ...createEnvironment().synced, status: 'stale' },
        }),
        { ...production, argocd: unreachable },
      ],
    }),
    getDelivery: async () => answerWith({ argocd: unreachable }),
  },
  stale: {
    getEnvironments: async () => ({
      ...environmentsResponse,
      environments: [
        createEnvironment({
          kubernetes: unreachable,
          running: {
            ...createEnvironment().running,
            status: 'stale',
            reason: unreachable.message,
          },
        }),
        production,
      ],
    }),
    getDelivery: async () => answerWith({ kubernetes: unreachable }),
  },
  partial: {
    getEnvironments: async () => ({
      ...environmentsResponse,
      environments: [
        createEnvironment({
          kubernetes: forbidden,
          running: unknownAnswer,
          runningDiffers: [],
          delivery: undefined,
        }),
        production,
      ],
    }),
    getDelivery: async () =>
      answerWith({ kubernetes: forbidden, deliveries: [] }),
  },
  broken: {
    getDelivery: async () => answerWith({ application: brokenApplication }),
  },
  viewer: { getDelivery: async () => answerWith({ mayAct: false }) },
  many: {
    getReleases: async () => ({
      ...releasesResponse,
      releases: createManyReleases(500),
    }),
    getFleet: async () => ({
      ...fleetResponse,
      rows: createManyFleetRows(500),
    }),
  },
  forbidden: failing(403, 'Unauthorized'),
  failed: failing(500, 'The database is locked'),
  loading: {
    getEnvironments: never,
    getReleases: never,
    getDelivery: never,
    getFleet: never,
  },
};
