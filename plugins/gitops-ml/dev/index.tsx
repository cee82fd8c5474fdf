import { createDevApp } from '@backstage/frontend-dev-utils';
import {
  createFrontendModule,
  createFrontendPlugin,
  PageBlueprint,
  ApiBlueprint,
} from '@backstage/frontend-plugin-api';
import gitopsMlPlugin from '../src';
import { gitopsMlApiRef } from '../src/api';
import { createDevApi } from './createDevApi';

const page = PageBlueprint.make({
  params: {
    path: '/entity',
    title: 'GitOps ML',
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
  ],
});

createDevApp({
  features: [
    gitopsMlPlugin,
    fixtures,
    createFrontendPlugin({ pluginId: 'dev', extensions: [page] }),
  ],
});
