import { screen } from '@testing-library/react';
import {
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import {
  mockApis,
  renderInTestApp,
  TestApiProvider,
} from '@backstage/test-utils';
import { Route, Routes } from 'react-router-dom';
import { gitopsMlApiRef, gitopsMlLiveApiRef } from './api';
import {
  EntityGitopsMlDataContent,
  EntityGitopsMlDeliveryContent,
  EntityGitopsMlFeaturesContent,
  EntityGitopsMlModelsContent,
  EntityGitopsMlOverviewCard,
  EntityGitopsMlOverviewContent,
  GitopsMlFleetPage,
  gitopsMlPlugin,
} from './legacy';
import { createFixtureApi } from './__testUtils__/createFixtureApi';
import { createFixtureLiveApi } from './__testUtils__/createFixtureLiveApi';
import { fraudDetector } from './__testUtils__/entity';

describe('the plugin in the legacy front-end system', () => {
  it.each([
    ['overview', <EntityGitopsMlOverviewContent />, 'ML overview'],
    ['delivery', <EntityGitopsMlDeliveryContent />, 'Delivery'],
    ['features', <EntityGitopsMlFeaturesContent />, 'Feature views'],
    ['data', <EntityGitopsMlDataContent />, 'Data versions'],
    ['models', <EntityGitopsMlModelsContent />, 'Model versions'],
  ])('brings the tab %s', async (_name, content, title) => {
    await renderInTestApp(
      <TestApiProvider
        apis={[
          [gitopsMlApiRef, createFixtureApi()],
          [gitopsMlLiveApiRef, createFixtureLiveApi()],
          [permissionApiRef, mockApis.permission()],
        ]}
      >
        <EntityProvider entity={fraudDetector}>
          <Routes>
            <Route path="/ml" element={content} />
          </Routes>
        </EntityProvider>
      </TestApiProvider>,
      {
        routeEntries: ['/ml'],
        mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
      },
    );
    expect(
      await screen.findByRole('heading', { name: title, level: 2 }),
    ).toBeInTheDocument();
    expect(
      await screen.findByRole('contentinfo', { name: 'Source' }),
    ).toBeInTheDocument();
  });

  it('makes its clients of discovery and fetch', () => {
    expect([...gitopsMlPlugin.getApis()].map(({ api }) => api.id)).toEqual([
      'plugin.gitops-ml.client',
      'plugin.gitops-ml.template',
      'plugin.gitops-ml.live',
    ]);
  });

  it('brings the card, which leads to the tabs', async () => {
    await renderInTestApp(
      <TestApiProvider apis={[[gitopsMlLiveApiRef, createFixtureLiveApi()]]}>
        <EntityProvider entity={fraudDetector}>
          <EntityGitopsMlOverviewCard />
        </EntityProvider>
      </TestApiProvider>,
      { mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef } },
    );
    expect(
      await screen.findByRole('link', { name: 'Overview' }),
    ).toHaveAttribute(
      'href',
      '/catalog/default/component/fraud-detector/ml-overview',
    );
    const [staging] = await screen.findAllByRole('listitem');
    expect(staging).toHaveTextContent(
      /stagingfraud v1\.3\.0trying fraud v1\.4\.0PausedCanary at 20 %/,
    );
  });

  it('brings the page of the fleet', async () => {
    await renderInTestApp(
      <TestApiProvider apis={[[gitopsMlLiveApiRef, createFixtureLiveApi()]]}>
        <Routes>
          <Route path="/gitops-ml" element={<GitopsMlFleetPage />} />
        </Routes>
      </TestApiProvider>,
      {
        routeEntries: ['/gitops-ml'],
        mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
      },
    );
    expect(
      await screen.findByRole('row', { name: /Fraud detector/ }),
    ).toBeInTheDocument();
  });
});
