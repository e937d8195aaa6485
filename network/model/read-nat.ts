/** What NAT gateways translate, as API 3.0 of today lists it, read into a model. */
import type { ModelNatPort, ModelNatSource } from './model.ts';
import { canonicalBlock, listIn } from './read-parts.ts';

interface PortRow {
  readonly IpProtocol: string;
  readonly PublicIpAddress: string;
  readonly PublicPort: number;
  readonly PrivateIpAddress: string;
  readonly PrivatePort: number;
}

/** The gateway whose list it is: rows need not tell it. */
type Gateway = { readonly id: string; readonly vpc: string };

/** @throws RangeError on a protocol that nobody here knows. */
export function readNatPort(row: PortRow, { id, vpc }: Gateway): ModelNatPort {
  const protocol = row.IpProtocol.toUpperCase();
  if (protocol !== 'TCP' && protocol !== 'UDP') throw new RangeError(`IpProtocol: ${row.IpProtocol}`);
  return {
    id: `${id} ${protocol} ${row.PublicIpAddress}:${row.PublicPort}`,
    natGateway: id,
    vpc,
    protocol,
    publicAddress: row.PublicIpAddress,
    publicPort: row.PublicPort,
    address: row.PrivateIpAddress,
    port: row.PrivatePort,
  };
}

interface SourceRow {
  readonly NatGatewaySnatId?: string | null;
  readonly ResourceId: string;
  readonly ResourceType: string;
  readonly PrivateIpAddress: string;
  readonly PublicIpAddresses: readonly string[];
}

/** @throws RangeError on a kind of rule that nobody here knows: whom it is for cannot be told. */
export function readNatSource(row: SourceRow, { id, vpc }: Gateway): ModelNatSource {
  if (row.ResourceType !== 'SUBNET' && row.ResourceType !== 'NETWORKINTERFACE') throw new RangeError(`ResourceType: ${row.ResourceType}`);
  return {
    id: row.NatGatewaySnatId || `${id} ${row.ResourceId} ${row.PrivateIpAddress}`,
    natGateway: id,
    vpc,
    subnet: row.ResourceType === 'SUBNET' ? row.ResourceId : null,
    block: canonicalBlock(row.PrivateIpAddress.includes('/') ? row.PrivateIpAddress : `${row.PrivateIpAddress}/32`),
    publicAddresses: listIn(row.PublicIpAddresses, 'PublicIpAddresses'),
  };
}
