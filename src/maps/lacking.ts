import type { PeeringMap } from '../../network/maps/peering-map.ts';
import type { MissingRoute } from '../../network/routes/peerings.ts';
import type { Network } from '../network-model/use-network.ts';
import type { LackingTable } from './use-add-routes.ts';

/** Tables that lack routes through a peering, where this console knows where they stand. */
export const lackingOf = (
  { known }: Pick<Network, 'known'>,
  { missing }: { readonly missing: readonly Pick<MissingRoute, 'vpc' | 'routeTable' | 'subnets' | 'destinations'>[] },
): LackingTable[] =>
  missing.flatMap(({ routeTable: id, vpc, subnets, destinations }) => {
    const scope = known.get(id)?.scope;
    if (!scope || destinations.length === 0) return [];
    return [{ id, vpc, scope: { account: scope.account, region: scope.region }, subnets: subnets.length, destinations }];
  });

/** The same of its picture: what a table leads elsewhere, or has and does not use, is not added over it. */
export const lackingIn = (network: Pick<Network, 'known'>, { sides }: PeeringMap): LackingTable[] =>
  lackingOf(network, {
    missing: sides.flatMap(({ tables }) =>
      tables.flatMap(({ lack, routes }) =>
        lack === null ? [] : [{ ...lack, destinations: routes.filter(({ fate }) => fate === 'missing').map((route) => route.destination) }],
      ),
    ),
  });
