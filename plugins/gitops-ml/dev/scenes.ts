import {
  Envelope,
  GitopsMlApi,
} from '@gitops-ml/backstage-plugin-gitops-ml-common';
import { createResponseError } from '../src/__testUtils__/createResponseError';
import { createManyOutputs } from '../src/__testUtils__/createManyOutputs';
import { createEnvelope } from '../src/__testUtils__/fixtures/envelope';
import { dataResponse } from '../src/__testUtils__/fixtures/data';
import { featuresResponse } from '../src/__testUtils__/fixtures/features';
import {
  modelsResponse,
  severalModelsResponse,
} from '../src/__testUtils__/fixtures/models';
import {
  brokenPointer,
  mergeConflict,
  unsupportedForeach,
} from '../src/__testUtils__/fixtures/problems';

function around(envelope: Partial<Envelope>): Partial<GitopsMlApi> {
  return {
    getFeatures: async () => ({ ...featuresResponse, ...envelope }),
    getData: async () => ({ ...dataResponse, ...envelope }),
    getModels: async () => ({ ...modelsResponse, ...envelope }),
  };
}

function failing(status: number, message: string): Partial<GitopsMlApi> {
  const fail = async () => {
    throw createResponseError(status, message);
  };
  return { getFeatures: fail, getData: fail, getModels: fail, getDoctor: fail };
}

/** States of the pages, by name. */
export const scenes: Record<string, Partial<GitopsMlApi>> = {
  empty: {
    getFeatures: async () => ({ ...createEnvelope(), projects: [] }),
    getData: async () => ({
      ...createEnvelope(),
      dvc: false,
      remotes: [],
      outputs: [],
      sizes: [],
    }),
    getModels: async () => ({ ...createEnvelope(), remotes: [], models: [] }),
  },
  several: { getModels: async () => severalModelsResponse },
  many: {
    getData: async () => ({ ...dataResponse, outputs: createManyOutputs(500) }),
  },
  stale: around({
    source: {
      status: 'unreachable',
      since: '2026-11-21T08:41:00Z',
      observedAt: '2026-11-21T08:40:12Z',
      message: 'connect ECONNREFUSED 127.0.0.1:3200.',
    },
  }),
  indexing: around({
    index: { status: 'indexing', commits: 120, commitsTotal: 400 },
  }),
  problems: around({
    problems: [brokenPointer, mergeConflict, unsupportedForeach],
  }),
  forbidden: failing(403, 'Unauthorized'),
  missing: failing(
    404,
    'component:default/fraud-detector is bound to no repository',
  ),
  broken: failing(500, 'The database is locked'),
  loading: {
    getFeatures: () => new Promise(() => {}),
    getData: () => new Promise(() => {}),
    getModels: () => new Promise(() => {}),
  },
};
