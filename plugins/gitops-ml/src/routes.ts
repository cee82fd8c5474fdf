import { createRouteRef } from '@backstage/frontend-plugin-api';

/** The platform team's page. */
export const fleetRouteRef = createRouteRef();
