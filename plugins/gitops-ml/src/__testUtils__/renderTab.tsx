import { ReactElement } from 'react';
import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import { EntityProvider } from '@backstage/plugin-catalog-react';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { useLocation } from 'react-router-dom';
import { GitopsMlApi } from '@gitops-ml/backstage-plugin-gitops-ml-common';
import { gitopsMlApiRef } from '../api';
import { createFixtureApi } from './createFixtureApi';
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
        [permissionApiRef, permissions],
      ],
      initialRouteEntries: [options.url ?? '/ml'],
    },
  );
}
