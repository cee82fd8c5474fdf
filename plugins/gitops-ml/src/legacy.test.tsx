import { screen } from '@testing-library/react';
import { EntityProvider } from '@backstage/plugin-catalog-react';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import {
  mockApis,
  renderInTestApp,
  TestApiProvider,
} from '@backstage/test-utils';
import { Route, Routes } from 'react-router-dom';
import { gitopsMlApiRef } from './api';
import {
  EntityGitopsMlDataContent,
  EntityGitopsMlFeaturesContent,
  EntityGitopsMlModelsContent,
  gitopsMlPlugin,
} from './legacy';
import { createFixtureApi } from './__testUtils__/createFixtureApi';
import { fraudDetector } from './__testUtils__/entity';

describe('the plugin in the legacy front-end system', () => {
  it.each([
    ['features', <EntityGitopsMlFeaturesContent />, 'Feature views'],
    ['data', <EntityGitopsMlDataContent />, 'Data versions'],
    ['models', <EntityGitopsMlModelsContent />, 'Model versions'],
  ])('brings the tab %s', async (_name, content, title) => {
    await renderInTestApp(
      <TestApiProvider
        apis={[
          [gitopsMlApiRef, createFixtureApi()],
          [permissionApiRef, mockApis.permission()],
        ]}
      >
        <EntityProvider entity={fraudDetector}>
          <Routes>
            <Route path="/ml" element={content} />
          </Routes>
        </EntityProvider>
      </TestApiProvider>,
      { routeEntries: ['/ml'] },
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
    ]);
  });
});
