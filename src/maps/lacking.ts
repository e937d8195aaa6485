import type { PeeringFact } from '../../network/routes/peerings.ts';
import type { Network } from '../network-model/use-network.ts';
import type { LackingTable } from './use-add-routes.ts';

/** Tables that lack routes through the peering, where this console knows where they stand. */
export const lackingOf = ({ known }: Pick<Network, 'known'>, { missing }: PeeringFact): LackingTable[] =>
  missing.flatMap(({ routeTable: id, vpc, subnets, destinations }) => {
    const site = known.get(id)?.site;
    if (!site || destinations.length === 0) return [];
    return [{ id, vpc, scope: { account: site.account, region: site.region }, subnets: subnets.length, destinations }];
  });
