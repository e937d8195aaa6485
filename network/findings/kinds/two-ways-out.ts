import { formatIp, parseIp } from '../../addresses/ip.ts';
import { isOwnPublic, publicAddressOf, rowOf } from '../../model/look-up.ts';
import { nextHopOf } from '../../routes/routes.ts';
import { eachRow } from '../each-row.ts';

/** A place on the internet that no own address has. */
const stranger = parseIp('8.8.8.8') ?? 0;

/** It has a public address, and leaves by a NAT gateway: partners see another source than the one that they were told. */
export const twoWaysOut = eachRow(
  {
    id: 'two-ways-out',
    group: 'gateways',
    severity: 'low',
    needs: ['interfaces', 'eips', 'routeTables', 'subnets', 'natGateways', 'vpcs'],
  },
  'interfaces',
  (one, { index }) => {
    if (one.instance === null || isOwnPublic(index, stranger) || rowOf(index, 'subnets', one.subnet).row === null) return null;
    const outside = one.addresses.flatMap((address) => publicAddressOf(index, one, address).row ?? []);
    const [first] = outside;
    if (first === undefined) return null;
    const next = nextHopOf(index, one.subnet, stranger);
    if (next.kind !== 'route' || next.route.type !== 'NAT') return null;
    const { routeTable, destination, type: hop, gateway } = next.route;
    return {
      parameters: { address: formatIp(first), nat: gateway },
      evidence: [{ type: 'route', routeTable, destination, hop, gateway, reason: null }],
    };
  },
);
