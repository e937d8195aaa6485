/** VPN connections over API 3.0 (3961-5200). */
import { type actions, type VpnConnection, vpnConnectionShape } from '../../../catalogue/families/vpn-connection/index.ts';
import { additions } from '../../../catalogue/families/vpn-connection/today.ts';
import type { Call, Handlers3 } from '../../call.ts';
import { normalise } from '../../protocol/normalise.ts';
import { fieldsOf } from '../../rules/answers.ts';
import type { FilterReaders } from '../../rules/filters.ts';
import { idsOrFilters } from '../../rules/lists.ts';
import { tellsToday } from '../../rules/today.ts';
import { customerGatewayOf } from '../customer-gateway/rules.ts';
import { customerGatewayTable } from '../customer-gateway/table.ts';
import { api3Codes as vpcCodes, vpcOf } from '../vpc/rules.ts';
import { vpcTable } from '../vpc/table.ts';
import { vpnGatewayIn, vpnGatewayOf } from '../vpn-gateway/rules.ts';
import { vpnGatewayTable } from '../vpn-gateway/table.ts';
import { configurationFor } from './configuration.ts';
import {
  type ConnectionCodes,
  connectionIn,
  connectionOf,
  createConnection,
  deleteConnection,
  modifyConnection,
  resetConnection,
} from './rules.ts';
import { type IkeOptions, type TodaysConnectionFields, type VpnConnectionRow, vpnConnectionTable } from './table.ts';

export const codes: ConnectionCodes = {
  notFound: 'ResourceNotFound',
  overQuota: 'LimitExceeded',
  busy: 'UnsupportedOperation',
  coexist: 'InvalidParameter.Coexist',
  missing: 'MissingParameter',
  conflict: 'InvalidParameterValue.VpcCidrConflict',
  outside: 'InvalidParameterValue',
  malformed: 'InvalidParameterValue.Malformed',
};

/** Today spells the word that the documents misspell. */
const todaysIke = ({ RemotIdentity, ...ike }: IkeOptions) => ({ ...ike, RemoteIdentity: RemotIdentity }) as unknown as IkeOptions;

/** What today tells besides: of BGP also both numbers. */
function told(call: Call, { Today = {}, CustomerGatewayId, VpnGatewayId, NetStatus }: VpnConnectionRow) {
  if (!tellsToday(call)) return {};
  const { DpdTimeout = '30', BgpConfig, EnableHealthCheck = false } = Today;
  const near = call.table(vpnGatewayTable).get(VpnGatewayId)?.Today?.BgpAsn ?? 64_551;
  const far = call.table(customerGatewayTable).get(CustomerGatewayId)?.BgpAsn ?? 0;
  return {
    NegotiationType: 'active',
    DpdEnable: 0,
    DpdAction: 'restart',
    HealthCheckLocalIp: '',
    HealthCheckRemoteIp: '',
    ...Today,
    EnableHealthCheck,
    DpdTimeout,
    ...(EnableHealthCheck ? { HealthCheckStatus: NetStatus } : {}),
    ...(BgpConfig ? { BgpConfig: { ...BgpConfig, LocalBgpAsn: String(near), RemoteBgpAsn: String(far) } } : {}),
  };
}

const answer = (call: Call, row: VpnConnectionRow): VpnConnection => ({
  ...fieldsOf(vpnConnectionShape, row),
  VpnProto: 'IPSEC',
  EncryptProto: 'IKE',
  ...told(call, row),
  RouteType: row.Today?.RouteType ?? 'STATIC',
  SecurityPolicyDatabaseSet: row.Policies.map((policy) => ({ ...policy })),
  IKEOptionsSpecification: tellsToday(call) ? todaysIke(row.Ike) : row.Ike,
  IPSECOptionsSpecification: tellsToday(call) ? row.Ipsec : { ...row.Ipsec, EncapMode: 'TUNNEL', SecurityProto: 'ESP' },
});

const reads: FilterReaders<VpnConnectionRow> = {
  'vpn-connection-id': (row) => row.VpnConnectionId,
};

const indexed = {
  'vpc-id': 'VpcId',
  'vpn-gateway-id': 'VpnGatewayId',
  'customer-gateway-id': 'CustomerGatewayId',
  'vpn-connection-name': 'Name',
} as const;

/** The connection that a call names together with its gateway. */
function named(call: Call, params: { readonly VpnGatewayId: string; readonly VpnConnectionId: string }): VpnConnectionRow {
  return connectionIn(call, vpnGatewayOf(call, params.VpnGatewayId, codes.notFound), params.VpnConnectionId, codes.notFound);
}

type ConnectionParams<T> = T & { readonly VpnConnectionName?: string | undefined };

/** What a call of today gives besides. */
function asToday(params: ConnectionParams<TodaysConnectionFields>): { readonly today?: TodaysConnectionFields } {
  const given = todaysNames.flatMap((name) => (params[name] === undefined ? [] : [[name, params[name]]]));
  return given.length > 0 ? { today: Object.fromEntries(given) as TodaysConnectionFields } : {};
}

const { IKEOptionsSpecification: _ike, IPSECOptionsSpecification: _ipsec, ...todaysParams } = additions['vpc:CreateVpnConnection'].params;
const todaysNames = Object.keys(todaysParams) as (keyof typeof todaysParams)[];

/** Another remote end, which today can be named later too. */
const otherEnd = (call: Call, { CustomerGatewayId: id }: ConnectionParams<{ readonly CustomerGatewayId?: string | undefined }>) =>
  id === undefined ? {} : { customer: customerGatewayOf(call, id, codes.notFound) };

/** Options of which nothing is said: today's are others than those of the documents. */
const usual = (call: Call, name: 'IKEOptionsSpecification' | 'IPSECOptionsSpecification'): Readonly<Record<string, never>> =>
  tellsToday(call) ? (normalise(additions['vpc:CreateVpnConnection'].params[name].fields, {}) as Readonly<Record<string, never>>) : {};

/** The gateway it begins at, and the VPC of that: today a gateway may be a CCN's, and the VPC need not be named. */
function nearEnd(call: Call, { VpcId, VpnGatewayId }: { readonly VpcId?: string | undefined; readonly VpnGatewayId: string }) {
  const named = VpcId === undefined || VpcId === '' ? undefined : vpcOf(call, VpcId, vpcCodes);
  const gateway = vpnGatewayIn(call, named, VpnGatewayId, codes.notFound);
  return { gateway, vpc: named ?? call.table(vpcTable).get(gateway.VpcId) ?? null };
}

export const handlers = {
  'vpc:CreateVpnConnection': (params, call) => {
    const { gateway, vpc } = nearEnd(call, params);
    const customer = customerGatewayOf(call, params.CustomerGatewayId, codes.notFound);
    const wanted = {
      name: params.VpnConnectionName,
      key: params.PreShareKey,
      // One that routes or BGP lead has none today.
      policies: params.SecurityPolicyDatabases ?? [],
      ...asToday(params),
      ike: params.IKEOptionsSpecification ?? usual(call, 'IKEOptionsSpecification'),
      ipsec: params.IPSECOptionsSpecification ?? usual(call, 'IPSECOptionsSpecification'),
    };
    // The answer shows the connection as it is while it is made, however fast that goes (4048).
    return { VpnConnection: answer(call, createConnection(call, { vpc, gateway, customer }, wanted, codes).row) };
  },

  'vpc:DescribeVpnConnections': (params, call) => {
    const find = (id: string) => connectionOf(call, id, codes.notFound);
    const { total, rows } = idsOrFilters(call.table(vpnConnectionTable), params, { ids: params.VpnConnectionIds, find, reads, indexed });
    return { TotalCount: total, VpnConnectionSet: rows.map((row) => answer(call, row)) };
  },

  'vpc:ModifyVpnConnectionAttribute': (params, call) => {
    const changes = {
      ...(params.VpnConnectionName === undefined ? {} : { name: params.VpnConnectionName }),
      ...(params.PreShareKey === undefined ? {} : { key: params.PreShareKey }),
      ...(params.SecurityPolicyDatabases?.length ? { policies: params.SecurityPolicyDatabases } : {}),
      ...(params.IKEOptionsSpecification ? { ike: params.IKEOptionsSpecification } : {}),
      ...(params.IPSECOptionsSpecification ? { ipsec: params.IPSECOptionsSpecification } : {}),
      ...asToday(params),
      ...otherEnd(call, params),
    };
    modifyConnection(call, connectionOf(call, params.VpnConnectionId, codes.notFound), changes, codes);
  },

  'vpc:DeleteVpnConnection': (params, call) => deleteConnection(call, named(call, params), codes.busy),

  'vpc:ResetVpnConnection': (params, call) => resetConnection(call, named(call, params), codes.busy),

  'vpc:DownloadCustomerGatewayConfiguration': (params, call) => {
    const { VendorName: vendor, Platform: platform, SoftwareVersion: software } = params.CustomerGatewayVendor;
    const device = { vendor, platform, software, interfaceName: params.InterfaceName };
    return { CustomerGatewayConfiguration: configurationFor(call, named(call, params), device, 'InvalidParameterValue') };
  },
} satisfies Handlers3<typeof actions>;
