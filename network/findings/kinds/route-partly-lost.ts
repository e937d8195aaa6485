import { eachRoute, routeNeeds } from '../each-route.ts';

/** Part of the destination is not behind the next hop. */
export const routePartlyLost = eachRoute({ id: 'route-partly-lost', severity: 'medium', needs: routeNeeds }, ({ status, remarks }) => {
  const lost = remarks.find(({ code }) => code === 'partly-in-peer-vpc' || code === 'partly-in-ccn' || code === 'private-through-nat');
  return status === 'active' && lost ? { parameters: { remark: lost.code } } : null;
});
