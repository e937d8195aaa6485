/** VPN connections over API 3.0 (3961-5200). */
import { type actions, type VpnConnection, vpnConnectionShape } from '../../../catalogue/families/vpn-connection/index.ts';
import type { Call, Handlers3 } from '../../call.ts';
import { fieldsOf } from '../../rules/answers.ts';
import type { FilterReaders } from '../../rules/filters.ts';
import { idsOrFilters } from '../../rules/lists.ts';
import { customerGatewayOf } from '../customer-gateway/rules.ts';
import { api3Codes as vpcCodes, vpcOf } from '../vpc/rules.ts';
import { vpnGatewayIn, vpnGatewayOf } from '../vpn-gateway/rules.ts';
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
import { type VpnConnectionRow, vpnConnectionTable } from './table.ts';

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

const answer = (row: VpnConnectionRow): VpnConnection => ({
  ...fieldsOf(vpnConnectionShape, row),
  VpnProto: 'IPSEC',
  EncryptProto: 'IKE',
  RouteType: 'STATIC',
  SecurityPolicyDatabaseSet: row.Policies.map((policy) => ({ ...policy })),
  IKEOptionsSpecification: row.Ike,
  IPSECOptionsSpecification: { ...row.Ipsec, EncapMode: 'TUNNEL', SecurityProto: 'ESP' },
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

export const handlers = {
  'vpc:CreateVpnConnection': (params, call) => {
    const vpc = vpcOf(call, params.VpcId, vpcCodes);
    const gateway = vpnGatewayIn(call, vpc, params.VpnGatewayId, codes.notFound);
    const customer = customerGatewayOf(call, params.CustomerGatewayId, codes.notFound);
    const wanted = {
      name: params.VpnConnectionName,
      key: params.PreShareKey,
      policies: params.SecurityPolicyDatabases,
      ike: params.IKEOptionsSpecification ?? {},
      ipsec: params.IPSECOptionsSpecification ?? {},
    };
    // The answer shows the connection as it is while it is made, however fast that goes (4048).
    return { VpnConnection: answer(createConnection(call, { vpc, gateway, customer }, wanted, codes).row) };
  },

  'vpc:DescribeVpnConnections': (params, call) => {
    const find = (id: string) => connectionOf(call, id, codes.notFound);
    const { total, rows } = idsOrFilters(call.table(vpnConnectionTable), params, { ids: params.VpnConnectionIds, find, reads, indexed });
    return { TotalCount: total, VpnConnectionSet: rows.map(answer) };
  },

  'vpc:ModifyVpnConnectionAttribute': (params, call) => {
    const changes = {
      ...(params.VpnConnectionName === undefined ? {} : { name: params.VpnConnectionName }),
      ...(params.PreShareKey === undefined ? {} : { key: params.PreShareKey }),
      ...(params.SecurityPolicyDatabases?.length ? { policies: params.SecurityPolicyDatabases } : {}),
      ...(params.IKEOptionsSpecification ? { ike: params.IKEOptionsSpecification } : {}),
      ...(params.IPSECOptionsSpecification ? { ipsec: params.IPSECOptionsSpecification } : {}),
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
