import { isOut } from '../../routes/routes.ts';
import { eachRoute, routeNeeds } from '../each-route.ts';

/** What takes these packets is told by kinds of its own: the tunnel that is down, the gateway without an address. */
const toldElsewhere: ReadonlySet<string> = new Set(['tunnel-down']);

/** The longest match leads nowhere: what takes it is lost, for shorter routes are not tried. */
export const routeDead = eachRoute({ id: 'route-dead', severity: 'high', needs: routeNeeds }, (route, { routes }) => {
  const { status, reason, type, destination } = route;
  if (status !== 'dead' || isOut(route) || !reason || toldElsewhere.has(reason.code)) return null;
  if (type === 'NAT' && (reason.code === 'gateway-without-public-address' || reason.code === 'next-hop-not-active')) return null;
  const stands = routes.some((other) => other !== route && other.destination === destination && other.status !== 'dead');
  return stands ? null : { parameters: { reason: reason.code } };
});
