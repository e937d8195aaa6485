/** Direct-connect gateways over API 3.0 of today: those of VPCs, and those of the CCN kind, which stand in none. */
import type { todaysActions } from '../../../catalogue/families/direct-connect-gateway/today.ts';
import type { Call, Handlers } from '../../call.ts';
import { CloudError } from '../../errors.ts';
import { byId, idsOrFilters } from '../../rules/lists.ts';
import { rowNamed } from '../../rules/rows.ts';
import { zonesIn } from '../../rules/zones.ts';
import { attachmentTable } from '../ccn/table.ts';
import { vpcTable } from '../vpc/table.ts';
import { addGateway, createGateway, deleteGateway, renameGateway } from './rules.ts';
import { type DirectConnectGatewayRow, directConnectGatewayTable, type TodaysGatewayFields } from './table.ts';

/** The CCN that a gateway is in; "" for none. */
const ccnOf = (call: Call, { DirectConnectGatewayId: id }: DirectConnectGatewayRow): string =>
  call.table(attachmentTable).where('InstanceId', id).rows()[0]?.CcnId ?? '';

function told(call: Call, row: DirectConnectGatewayRow) {
  const isOfCcn = row.VpcId === '';
  const CcnId = ccnOf(call, row);
  return {
    DirectConnectGatewayId: row.DirectConnectGatewayId,
    DirectConnectGatewayName: row.DirectConnectGatewayName,
    VpcId: row.VpcId,
    NetworkType: isOfCcn ? ('CCN' as const) : ('VPC' as const),
    NetworkInstanceId: isOfCcn ? CcnId : row.VpcId,
    GatewayType: row.Type === 1 ? ('NAT' as const) : ('NORMAL' as const),
    CreateTime: row.CreatedTime,
    DirectConnectGatewayIp: row.Ip,
    CcnId,
    EnableBGP: false,
    GatewayAsn: row.Today?.GatewayAsn ?? 45_090,
    Zone: row.Today?.Zone ?? '',
    HaZoneList: [...(row.Today?.HaZoneList ?? [])],
    CcnRouteType: row.Today?.CcnRouteType === 'BGP' ? ('BGP' as const) : ('STATIC' as const),
    ...(isOfCcn ? { ModeType: row.Today?.ModeType === 'exquisite' ? ('exquisite' as const) : ('standard' as const) } : {}),
  };
}

const todaysNames = ['ModeType', 'CcnRouteType', 'GatewayAsn', 'Zone', 'HaZoneList'] as const;

/** The row with what a call of today gives besides. */
function put(call: Call, row: DirectConnectGatewayRow, params: TodaysGatewayFields): DirectConnectGatewayRow {
  const given = todaysNames.flatMap((name) => (params[name] === undefined ? [] : [[name, params[name]]]));
  if (given.length === 0) return row;
  const Today = { ...row.Today, ...(Object.fromEntries(given) as TodaysGatewayFields) };
  return call.table(directConnectGatewayTable).patch(row.DirectConnectGatewayId, { Today });
}

/** @throws CloudError for one that is not there, or is being deleted. */
function changeable(call: Call, id: string): DirectConnectGatewayRow {
  const row = call.table(directConnectGatewayTable).get(id);
  if (!row) throw new CloudError('ResourceNotFound', `There is no direct-connect gateway ${id}.`);
  if (row.Deleting) throw new CloudError('UnsupportedOperation', `The direct-connect gateway ${id} is being deleted.`);
  return row;
}

const nameOf = (name: string): string => {
  if (name.length > 60) throw new CloudError('InvalidParameterValue.Malformed', 'A name has at most 60 characters.');
  return name;
};

/** One of a VPC, of which it has one that translates and one that does not. @throws CloudError. */
function createInVpc(call: Call, id: string, wanted: { readonly name: string; readonly type: 0 | 1 }): DirectConnectGatewayRow {
  const vpc = rowNamed(call.partition, vpcTable, id);
  if (!vpc) throw new CloudError('ResourceNotFound', `There is no VPC ${id}.`);
  try {
    return createGateway(call, vpc, wanted);
  } catch (error) {
    if (error instanceof CloudError && error.code.endsWith('LimitExceeded')) throw new CloudError('LimitExceeded', error.message);
    throw error;
  }
}

export const handlers = {
  'vpc:DescribeDirectConnectGateways': (params, call) => {
    const { total, rows } = idsOrFilters(call.table(directConnectGatewayTable), params, {
      ids: params.DirectConnectGatewayIds,
      find: (id: string) => {
        const row = call.table(directConnectGatewayTable).get(id);
        if (row) return row;
        throw new CloudError('InvalidParameterValue', `There is no direct-connect gateway ${id}.`);
      },
      reads: {
        'direct-connect-gateway-name': (row: DirectConnectGatewayRow) => row.DirectConnectGatewayName,
        'direct-connect-gateway-ip': (row: DirectConnectGatewayRow) => row.Ip,
        'gateway-type': (row: DirectConnectGatewayRow) => (row.Type === 1 ? 'NAT' : 'NORMAL'),
        'network-type': (row: DirectConnectGatewayRow) => (row.VpcId === '' ? 'CCN' : 'VPC'),
        'ccn-id': (row: DirectConnectGatewayRow) => ccnOf(call, row),
      },
      indexed: { 'direct-connect-gateway-id': byId, 'vpc-id': 'VpcId' },
    });
    return { TotalCount: total, DirectConnectGatewaySet: rows.map((row) => told(call, row)) };
  },

  'vpc:CreateDirectConnectGateway': (params, call) => {
    const { NetworkType, NetworkInstanceId = '', GatewayType = 'NORMAL' } = params;
    const wanted = { name: nameOf(params.DirectConnectGatewayName), type: GatewayType === 'NAT' ? (1 as const) : (0 as const) };
    const made = (row: DirectConnectGatewayRow) => {
      const { HaZoneGroupId, ...given } = params;
      const HaZoneList = HaZoneGroupId === undefined ? {} : { HaZoneList: zonesIn(call.region).slice(0, 2) };
      return { DirectConnectGateway: told(call, put(call, row, { ...given, ...HaZoneList })) };
    };
    if (NetworkType === 'VPC') return made(createInVpc(call, NetworkInstanceId, wanted));
    if (wanted.type === 1) throw new CloudError('UnsupportedOperation', 'A gateway of the CCN kind translates nothing.');
    return made(addGateway(call, null, wanted));
  },

  'vpc:ModifyDirectConnectGatewayAttribute': ({ DirectConnectGatewayId, DirectConnectGatewayName, ...given }, call) => {
    const row = changeable(call, DirectConnectGatewayId);
    if (row.VpcId !== '' && Object.values(given).some((value) => value !== undefined))
      throw new CloudError('UnsupportedOperation', `${DirectConnectGatewayId} is of no CCN: it publishes nothing.`);
    if (DirectConnectGatewayName !== undefined) renameGateway(call, row, nameOf(DirectConnectGatewayName));
    put(call, changeable(call, DirectConnectGatewayId), given);
  },

  'vpc:DeleteDirectConnectGateway': ({ DirectConnectGatewayId }, call) => {
    const row = changeable(call, DirectConnectGatewayId);
    if (ccnOf(call, row) !== '') throw new CloudError('ResourceInUse', `${DirectConnectGatewayId} is attached to ${ccnOf(call, row)}.`);
    deleteGateway(call, row);
  },
} satisfies Partial<Handlers<keyof typeof todaysActions>>;
