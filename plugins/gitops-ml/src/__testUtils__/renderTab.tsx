import { ReactElement } from 'react';
import { convertLegacyRouteRef } from '@backstage/core-compat-api';
import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import {
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { useLocation } from 'react-router-dom';
import {
  GitopsMlApi,
  GitopsMlLiveApi,
} from '@gitops-ml/backstage-plugin-gitops-ml-common';
import { gitopsMlApiRef, gitopsMlLiveApiRef } from '../api';
import { createFixtureApi } from './createFixtureApi';
import { createFixtureLiveApi } from './createFixtureLiveApi';
import { fraudDetector } from './entity';

const UrlProbe = () => {
  const { pathname, search } = useLocation();
  return <output data-testid="url">{`${pathname}${search}`}</output>;
};

/** Shows a tab of the fraud detector's page at a URL, answered by the fixtures. */
export function renderTab(
  tab: ReactElement,
  options: {
    api?: Partial<GitopsMlApi>;
    live?: Partial<GitopsMlLiveApi>;
    url?: string;
    mayRefresh?: boolean;
  } = {},
) {
  const permissions = mockApis.permission({
    authorize: () =>
      options.mayRefresh === false
        ? AuthorizeResult.DENY
        : AuthorizeResult.ALLOW,
  });
  return renderInTestApp(
    <EntityProvider entity={fraudDetector}>
      {tab}
      <UrlProbe />
    </EntityProvider>,
    {
      apis: [
        [gitopsMlApiRef, createFixtureApi(options.api)],
        [gitopsMlLiveApiRef, createFixtureLiveApi(options.live)],
        [permissionApiRef, permissions],
      ],
      mountedRoutes: {
        '/catalog/:namespace/:kind/:name':
          convertLegacyRouteRef(entityRouteRef),
      },
      initialRouteEntries: [options.url ?? '/ml'],
    },
  );
}
