import { GitopsMlApi } from '@gitops-ml/backstage-plugin-gitops-ml-common';
import { dataHistoryResponse, dataResponse } from './fixtures/data';
import { doctorResponse } from './fixtures/doctor';
import { featureHistoryResponse, featuresResponse } from './fixtures/features';
import { modelsResponse } from './fixtures/models';

/** The back end as a table of answers; what a test names replaces the fraud detector's. */
export function createFixtureApi(
  overrides: Partial<GitopsMlApi> = {},
): GitopsMlApi {
  return {
    getFeatures: async () => featuresResponse,
    getFeatureHistory: async () => featureHistoryResponse,
    getData: async () => dataResponse,
    getDataHistory: async (_entity, path) => ({ ...dataHistoryResponse, path }),
    getModels: async () => modelsResponse,
    getModel: async () => {
      const [model] = modelsResponse.models;
      return { ...modelsResponse, model };
    },
    getDoctor: async () => doctorResponse,
    refresh: async () => ({ schemaVersion: 1, status: 'started' }),
    ...overrides,
  };
}
