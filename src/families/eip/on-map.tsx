/** Where an elastic IP leads on the map of its VPC: to its gateway, or the subnet of its interface. */
import type { Address } from '../../../catalogue/families/eip/index.ts';
import { useList, useOne } from '../../api/query.ts';
import { MapLink } from '../../kit/map-link.tsx';
import { useScope } from '../../lib/scope.ts';
import { behind, gatewayOf, interfaceOf } from './path.tsx';

type Conditions = Readonly<Record<string, unknown>>;

export function OnMap({ row }: { readonly row: Address }) {
  const gateway = gatewayOf(row);
  const where = interfaceOf(row);
  if (gateway !== null) return <GatewayOnMap id={gateway} />;
  return where && <SubnetOnMap row={row} where={where} />;
}

function GatewayOnMap({ id }: { readonly id: string }) {
  const { row } = useOne(useScope(), 'nat-gateway', id);
  return row && <MapLink vpc={row.vpcId} at={`hop:NAT:${id}`} />;
}

function SubnetOnMap({ row, where }: { readonly row: Address; readonly where: Conditions }) {
  const { rows } = useList(useScope(), 'eni', { where });
  const nic = behind(row, rows);
  return nic && <MapLink vpc={nic.VpcId} at={`subnet:${nic.SubnetId}`} />;
}
