/** What VPN connections carry, and what else carries it. */
import { type IpBlock, includesIps, parseIpBlock } from '../addresses/ip.ts';
import { allOf, connectionsOf, type ModelIndex, rowOf } from '../model/look-up.ts';
import type { ModelVpnConnection } from '../model/model.ts';

export const remotesOf = ({ spds }: ModelVpnConnection): IpBlock[] =>
  [...new Set(spds.flatMap(({ remote }) => remote))].flatMap((text) => parseIpBlock(text) ?? []);

/** Other connections of the same gateway, or of other gateways of its VPC, that have all remote blocks of this one. */
export function standbysOf(index: ModelIndex, connection: ModelVpnConnection): ModelVpnConnection[] {
  const gateway = rowOf(index, 'vpnGateways', connection.gateway).row;
  const vpc = gateway?.vpc;
  const gateways = vpc
    ? allOf(index, 'vpnGateways')
        .rows.filter((one) => one.vpc === vpc)
        .map(({ id }) => id)
    : [connection.gateway];
  const blocks = remotesOf(connection);
  return gateways
    .flatMap((id) => connectionsOf(index, id, vpc ?? '').rows)
    .filter(
      (one) =>
        one.id !== connection.id && blocks.length > 0 && blocks.every((block) => remotesOf(one).some((other) => includesIps(other, block))),
    );
}
