/** What does not work, of what the network's lists tell. Pure. */
import type { NetworkModel } from '../model/model.ts';
import { effectiveRoutesOfTable } from './routes.ts';

export const findingKinds = ['dead-route', 'nat', 'tunnel', 'eip', 'request'] as const;

interface NetworkFinding {
  readonly kind: (typeof findingKinds)[number];
  /** The route table, gateway, connection, address or peering. */
  readonly id: string;
  /** The destination of a route, an address; null where the id says it all. */
  readonly what: string | null;
}

const neverUsed: ReadonlySet<string | undefined> = new Set(['inside-local', 'switched-off']);

/** Dead routes, NAT gateways that do not run, tunnels that are down, addresses bound to nothing, requests that wait; `mine` tells whose. */
export function networkFindings(model: NetworkModel, mine: (id: string) => boolean): NetworkFinding[] {
  const routes = model.routeTables
    .filter(({ id }) => mine(id))
    .flatMap(({ id }) =>
      effectiveRoutesOfTable(model, id)
        .filter(({ status, reason }) => status === 'dead' && !neverUsed.has(reason?.code))
        .map(({ destination }): NetworkFinding => ({ kind: 'dead-route', id, what: destination })),
    );
  const nats = model.natGateways.filter(
    ({ id, state }) => mine(id) && (state === 'arrears' || state === 'unavailable' || state === 'failed'),
  );
  const tunnels = model.vpnConnections.filter(({ id, up }) => mine(id) && up === false);
  const eips = model.eips.filter(({ id, boundTo }) => mine(id) && boundTo === null);
  const requests = model.peerings.filter(({ state, vpcs }) => state === 'pending' && mine(vpcs[1]));
  const plain =
    (kind: NetworkFinding['kind']) =>
    ({ id }: { readonly id: string }): NetworkFinding => ({ kind, id, what: null });
  return [
    ...routes,
    ...nats.map(plain('nat')),
    ...tunnels.map(plain('tunnel')),
    ...eips.map(({ id, address }): NetworkFinding => ({ kind: 'eip', id, what: address })),
    ...requests.map(plain('request')),
  ];
}
