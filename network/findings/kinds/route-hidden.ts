import { eachRoute, routeNeeds } from '../each-route.ts';

/** Its destination lies inside the VPC, where Local always wins. */
export const routeHidden = eachRoute({ id: 'route-hidden', severity: 'low', needs: routeNeeds }, ({ reason }) =>
  reason?.code === 'inside-local' ? { idle: true, parameters: { reason: reason.code } } : null,
);
