/** What does not work, of what the network's lists tell. Pure. */
import type { NetworkModel } from '../../../network/model/model.ts';
import { effectiveRoutesOfTable } from '../../../network/routes/routes.ts';

export const troubleKinds = ['dead-route', 'nat', 'tunnel', 'eip', 'request'] as const;

interface Trouble {
  readonly kind: (typeof troubleKinds)[number];
  /** The route table, gateway, connection, address or peering. */
  readonly id: string;
  /** The destination of a route, an address; null where the id says it all. */
  readonly what: string | null;
}

const neverUsed: ReadonlySet<string | undefined> = new Set(['inside-local', 'switched-off']);

/** Dead routes, NAT gateways that do not run, tunnels that are down, addresses bound to nothing, requests that wait; `mine` tells whose. */
export function troublesIn(model: NetworkModel, mine: (id: string) => boolean): Trouble[] {
  const routes = model.routeTables
    .filter(({ id }) => mine(id))
    .flatMap(({ id }) =>
      effectiveRoutesOfTable(model, id)
        .filter(({ status, reason }) => status === 'dead' && !neverUsed.has(reason?.code))
        .map(({ destination }): Trouble => ({ kind: 'dead-route', id, what: destination })),
    );
  const nats = model.natGateways.filter(
    ({ id, state }) => mine(id) && (state === 'arrears' || state === 'unavailable' || state === 'failed'),
  );
  const tunnels = model.vpnConnections.filter(({ id, up }) => mine(id) && up === false);
  const eips = model.eips.filter(({ id, boundTo }) => mine(id) && boundTo === null);
  const requests = model.peerings.filter(({ state, vpcs }) => state === 'pending' && mine(vpcs[1]));
  const plain =
    (kind: Trouble['kind']) =>
    ({ id }: { readonly id: string }): Trouble => ({ kind, id, what: null });
  return [
    ...routes,
    ...nats.map(plain('nat')),
    ...tunnels.map(plain('tunnel')),
    ...eips.map(({ id, address }): Trouble => ({ kind: 'eip', id, what: address })),
    ...requests.map(plain('request')),
  ];
}
