import { createDevApp } from '@backstage/frontend-dev-utils';
import {
  createFrontendModule,
  createFrontendPlugin,
  PageBlueprint,
  ApiBlueprint,
} from '@backstage/frontend-plugin-api';
import { convertLegacyRouteRef } from '@backstage/core-compat-api';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import gitopsMlPlugin from '../src';
import { gitopsMlApiRef, gitopsMlLiveApiRef } from '../src/api';
import { createDevApi } from './createDevApi';
import { createDevLiveApi } from './createDevLiveApi';

const page = PageBlueprint.make({
  params: {
    path: '/catalog/:namespace/:kind/:name',
    routeRef: convertLegacyRouteRef(entityRouteRef),
    title: 'Fraud detector',
    noHeader: true,
    loader: () => import('./DevPage').then(m => <m.DevPage />),
  },
});

const fixtures = createFrontendModule({
  pluginId: 'gitops-ml',
  extensions: [
    ApiBlueprint.make({
      params: defineParams =>
        defineParams({
          api: gitopsMlApiRef,
          deps: {},
          factory: () => createDevApi(() => window.location.search),
        }),
    }),
    ApiBlueprint.make({
      name: 'live',
      params: defineParams =>
        defineParams({
          api: gitopsMlLiveApiRef,
          deps: {},
          factory: () => createDevLiveApi(() => window.location.search),
        }),
    }),
  ],
});

createDevApp({
  features: [
    gitopsMlPlugin,
    fixtures,
    createFrontendPlugin({ pluginId: 'dev', extensions: [page] }),
  ],
});
