import { screen, within } from '@testing-library/react';
import { convertLegacyRouteRef } from '@backstage/core-compat-api';
import { renderTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { createTestEntityPage } from '@backstage/plugin-catalog-react/testUtils';
import { gitopsMlApiRef, gitopsMlLiveApiRef } from './api';
import { hasGitopsMlPath } from './hasGitopsMlPath';
import { createFixtureApi } from './__testUtils__/createFixtureApi';
import { createFixtureLiveApi } from './__testUtils__/createFixtureLiveApi';
import { fraudDetector } from './__testUtils__/entity';
import plugin from '.';

const apis = [
  [gitopsMlApiRef, createFixtureApi()],
  [gitopsMlLiveApiRef, createFixtureLiveApi()],
] as const;

const mountedRoutes = {
  '/catalog/:namespace/:kind/:name': convertLegacyRouteRef(entityRouteRef),
};

describe('the plugin in the new front-end system', () => {
  it.each([
    ['entity-content:gitops-ml/overview' as const, 'ML overview'],
    ['entity-content:gitops-ml/delivery' as const, 'Delivery'],
    ['entity-content:gitops-ml/features' as const, 'Feature views'],
    ['entity-content:gitops-ml/data' as const, 'Data versions'],
    ['entity-content:gitops-ml/models' as const, 'Model versions'],
  ])('brings %s', async (id, title) => {
    renderTestApp({
      extensions: [
        createTestEntityPage({ entity: fraudDetector }),
        plugin.getExtension(id),
      ],
      apis,
      mountedRoutes,
    });
    expect(
      await screen.findByRole('heading', { name: title, level: 2 }),
    ).toBeInTheDocument();
    expect(
      within(
        await screen.findByRole('contentinfo', { name: 'Source' }),
      ).getByText('git:3f2a1c9'),
    ).toBeInTheDocument();
  });

  it('brings the page of the fleet and the card', () => {
    expect(plugin.getExtension('page:gitops-ml')).toBeDefined();
    expect(plugin.getExtension('entity-card:gitops-ml/overview')).toBeDefined();
  });

  it('asks the back end through discovery and fetch', () => {
    expect(plugin.getExtension('api:gitops-ml')).toBeDefined();
    expect(plugin.getExtension('api:gitops-ml/live')).toBeDefined();
  });
});

describe('hasGitopsMlPath', () => {
  const { annotations, ...metadata } = fraudDetector.metadata;

  it.each([
    ['Component', annotations, true],
    ['Resource', { 'gitops-ml/path': '' }, true],
    ['System', { 'backstage.io/techdocs-ref': 'dir:.' }, false],
    ['Component', undefined, false],
  ])('takes a %s with %j: %s', (kind, given, expected) => {
    expect(
      hasGitopsMlPath({
        ...fraudDetector,
        kind,
        metadata: { ...metadata, annotations: given },
      }),
    ).toBe(expected);
  });
});
