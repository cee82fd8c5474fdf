import { GitopsMlApi } from '@gitops-ml/backstage-plugin-gitops-ml-common';
import { createFixtureApi } from '../src/__testUtils__/createFixtureApi';
import { scenes } from './scenes';

/** Answers with the scene that the URL names: `…/ml-data?revision=scene:empty`. */
export function createDevApi(readSearch: () => string): GitopsMlApi {
  const pick = () => {
    const revision = new URLSearchParams(readSearch()).get('revision') ?? '';
    const scene = scenes[revision.replace(/^scene:/, '')];
    return createFixtureApi(scene);
  };
  return {
    getFeatures: (...args) => pick().getFeatures(...args),
    getFeatureHistory: (...args) => pick().getFeatureHistory(...args),
    getData: (...args) => pick().getData(...args),
    getDataHistory: (...args) => pick().getDataHistory(...args),
    getModels: (...args) => pick().getModels(...args),
    getModel: (...args) => pick().getModel(...args),
    getDoctor: (...args) => pick().getDoctor(...args),
    refresh: (...args) => pick().refresh(...args),
  };
}
