/** Where a row of the model stands: its account, region and VPC, as far as that is told. */
import { type ModelIndex, rowOf } from '../model/look-up.ts';
import type { Thing } from './finding.ts';

interface ThingPlace {
  readonly account: string | null;
  readonly region: string | null;
  readonly vpc: string | null;
}

const nowhere: ThingPlace = { account: null, region: null, vpc: null };

function ofVpc(index: ModelIndex, vpc: string | undefined): ThingPlace {
  const row = vpc === undefined ? null : rowOf(index, 'vpcs', vpc).row;
  return row ? { account: row.account, region: row.region, vpc: row.id } : { ...nowhere, vpc: vpc ?? null };
}

function ofEip(index: ModelIndex, id: string): ThingPlace {
  const bound = rowOf(index, 'eips', id).row?.boundTo;
  if (bound && 'interface' in bound) return placeOf(index, { of: 'interfaces', id: bound.interface });
  return bound && 'natGateway' in bound ? placeOf(index, { of: 'natGateways', id: bound.natGateway }) : nowhere;
}

export function placeOf(index: ModelIndex, { of, id }: Thing): ThingPlace {
  switch (of) {
    case 'securityGroups': {
      const row = rowOf(index, of, id).row;
      return row ? { account: row.account, region: row.region, vpc: null } : nowhere;
    }
    case 'vpcs':
      return ofVpc(index, id);
    case 'subnets':
    case 'routeTables':
    case 'interfaces':
    case 'networkAcls':
    case 'natGateways':
    case 'natPorts':
    case 'natSources':
    case 'vpnGateways':
    case 'directConnectGateways':
      return ofVpc(index, rowOf(index, of, id).row?.vpc);
    case 'peerings':
      return ofVpc(
        index,
        rowOf(index, of, id).row?.vpcs.find((vpc) => rowOf(index, 'vpcs', vpc).row !== null),
      );
    case 'vpnConnections': {
      const gateway = rowOf(index, of, id).row?.gateway;
      return gateway === undefined ? nowhere : placeOf(index, { of: 'vpnGateways', id: gateway });
    }
    case 'ccnAttachments':
      return ofVpc(index, rowOf(index, of, id).row?.instance);
    case 'eips':
      return ofEip(index, id);
    default:
      return nowhere;
  }
}
