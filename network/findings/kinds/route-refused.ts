import { eachRoute } from '../each-route.ts';

/** Switched off, by somebody or by the cloud, for a conflict. */
export const routeRefused = eachRoute(
  { id: 'route-refused', severity: 'medium', needs: ['routeTables', 'vpcs', 'subnets'] },
  ({ reason }) => (reason?.code === 'switched-off' ? {} : null),
);
