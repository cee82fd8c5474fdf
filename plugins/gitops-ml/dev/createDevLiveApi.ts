import { GitopsMlLiveApi } from '@gitops-ml/backstage-plugin-gitops-ml-common';
import { createFixtureLiveApi } from '../src/__testUtils__/createFixtureLiveApi';
import { liveScenes } from './liveScenes';

/** Answers with the scene that the URL names: `…/ml-delivery?revision=scene:aborted`. */
export function createDevLiveApi(readSearch: () => string): GitopsMlLiveApi {
  const pick = () => {
    const revision = new URLSearchParams(readSearch()).get('revision') ?? '';
    const scene = liveScenes[revision.replace(/^scene:/, '')];
    return createFixtureLiveApi(scene);
  };
  return {
    getEnvironments: (...args) => pick().getEnvironments(...args),
    getReleases: (...args) => pick().getReleases(...args),
    getDelivery: (...args) => pick().getDelivery(...args),
    planAction: (...args) => pick().planAction(...args),
    act: (...args) => pick().act(...args),
    getFleet: (...args) => pick().getFleet(...args),
  };
}
