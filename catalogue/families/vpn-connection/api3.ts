/** VPN connections in API 3.0: lines 3961-5200. */
import {
  action,
  actionTable,
  address,
  choice,
  cidr,
  filters,
  integer,
  listOf,
  optional,
  type Row,
  ref,
  required,
  secret,
  struct,
  text,
  time,
} from '../../define.ts';
import { list3 } from '../shared.ts';

/** How the two ends agree on keys (7228). */
const ike = {
  PropoEncryAlgorithm: choice(['3DES-CBC', 'AES-CBC-128', 'AES-CBC-192', 'AES-CBC-256', 'DES-CBC'], { default: '3DES-CBC', line: 7233 }),
  PropoAuthenAlgorithm: choice(['MD5', 'SHA1'], { default: 'MD5', line: 7234 }),
  ExchangeMode: choice(['AGGRESSIVE', 'MAIN'], { default: 'MAIN', line: 7235 }),
  LocalIdentity: choice(['ADDRESS', 'FQDN'], { default: 'ADDRESS', line: 7236 }),
  // Printed without its second e, and with it in the sample (4026).
  RemotIdentity: choice(['ADDRESS', 'FQDN'], { default: 'ADDRESS', line: 7237, alsoSpelled: ['RemoteIdentity'], todays: 'RemoteIdentity' }),
  LocalAddress: address({ line: 7238 }),
  RemoteAddress: address({ line: 7239 }),
  LocalFqdnName: text({ line: 7240 }),
  RemoteFqdnName: text({ line: 7241 }),
  DhGroupName: choice(['GROUP1', 'GROUP2', 'GROUP5', 'GROUP14', 'GROUP24'], { line: 7244 }),
  IKESaLifetimeSeconds: integer({ min: 60, max: 604800, measure: 'seconds', line: 7245 }),
  IKEVersion: text({ line: 7246 }),
} as const;

/** How the packets are sealed (7248). */
const ipsec = {
  EncryptAlgorithm: choice(['3DES-CBC', 'AES-CBC-128', 'AES-CBC-192', 'AES-CBC-256', 'DES-CBC', 'NULL'], {
    default: 'AES-CBC-128',
    line: 7253,
  }),
  // Its default is left blank (7254); the samples spell it IntegrityAlgorith (4028).
  IntegrityAlgorithm: choice(['MD5', 'SHA1'], { line: 7254, alsoSpelled: ['IntegrityAlgorith'] }),
  IPSECSaLifetimeSeconds: integer({ min: 180, max: 604800, measure: 'seconds', line: 7255 }),
  PfsDhGroup: choice(['NULL', 'DH-GROUP1', 'DH-GROUP2', 'DH-GROUP5', 'DH-GROUP14', 'DH-GROUP24'], { default: 'NULL', line: 7256 }),
  IPSECSaLifetimeTraffic: integer({ min: 2560, max: 604800, measure: 'KB', line: 7257 }),
} as const;

/** Which of the VPC's addresses speak with which of the remote end's; the text's example has host bits set (3983). */
const policyDatabase = struct({
  LocalCidrBlock: required(cidr({ hostBits: true, line: 7426 })),
  RemoteCidrBlock: required(listOf(cidr({ hostBits: true }), { line: 7427 })),
});

/** A VPN connection as it is listed (7476). */
export const vpnConnectionShape = struct({
  VpnConnectionId: ref('vpn-connection', { line: 7482 }),
  VpnConnectionName: text({ line: 7483 }),
  VpcId: ref('vpc', { line: 7486 }),
  VpnGatewayId: ref('vpn-gateway', { line: 7487 }),
  CustomerGatewayId: ref('customer-gateway', { line: 7488 }),
  PreShareKey: secret({ line: 7489 }),
  VpnProto: text({ line: 7490 }),
  EncryptProto: text({ line: 7491 }),
  RouteType: text({ line: 7492 }),
  CreatedTime: time({ line: 7493 }),
  State: choice(['PENDING', 'AVAILABLE', 'DELETING'], { line: 7494 }),
  NetStatus: choice(['AVAILABLE', 'UNAVAILABLE'], { line: 7495 }),
  SecurityPolicyDatabaseSet: listOf(struct({ LocalCidrBlock: cidr(), RemoteCidrBlock: listOf(cidr()) }), { line: 7496 }),
  IKEOptionsSpecification: struct(ike, { line: 7497 }),
  // The last two stand in the sample only (4514-4525).
  IPSECOptionsSpecification: struct({ ...ipsec, EncapMode: optional(text()), SecurityProto: optional(text()) }, { line: 7498 }),
});

export type VpnConnection = Row<typeof vpnConnectionShape>;

const byId = {
  VpnGatewayId: required(ref('vpn-gateway', { line: 4235 })),
  VpnConnectionId: required(ref('vpn-connection', { line: 4236 })),
} as const;

export const api3 = actionTable({
  'vpc:CreateVpnConnection': action({
    kind: 'create',
    line: 3961,
    params: {
      VpcId: required(ref('vpc', { line: 3978, alsoSpelled: ['Vpclid'] })),
      VpnGatewayId: required(ref('vpn-gateway', { line: 3979 })),
      CustomerGatewayId: required(ref('customer-gateway', { line: 3980 })),
      VpnConnectionName: required(text({ max: 60, line: 3981 })),
      PreShareKey: required(secret({ line: 3982 })),
      SecurityPolicyDatabases: required(listOf(policyDatabase, { line: 3983 })),
      IKEOptionsSpecification: struct(ike, { line: 3984 }),
      IPSECOptionsSpecification: struct(ipsec, { line: 3985 }),
    },
    results: { VpnConnection: vpnConnectionShape },
    errors: ['InvalidParameter.Coexist', 'InvalidParameterValue.Malformed', 'InvalidParameterValue.VpcCidrConflict'],
    changes: ['vpn-connection'],
    lookUp: {
      by: 'vpc:DescribeVpnConnections',
      where: { 'vpn-gateway-id': 'VpnGatewayId', 'vpn-connection-name': 'VpnConnectionName' },
      expect: 'exists',
      compare: { CustomerGatewayId: 'CustomerGatewayId' },
    },
  }),
  'vpc:DescribeVpnConnections': list3({
    line: 4438,
    ids: { VpnConnectionIds: listOf(ref('vpn-connection'), { max: 100, line: 4455 }) },
    // The text points at a table of filters that is not there; these follow the fields of the rows.
    filters: filters(
      {
        'vpc-id': ref('vpc'),
        'vpn-gateway-id': ref('vpn-gateway'),
        'customer-gateway-id': ref('customer-gateway'),
        'vpn-connection-id': ref('vpn-connection'),
        'vpn-connection-name': text(),
      },
      { max: 10, maxValues: 5, line: 4456 },
    ),
    rows: { VpnConnectionSet: vpnConnectionShape },
    errors: ['InvalidParameter.Coexist', 'InvalidParameterValue.Malformed', 'ResourceNotFound'],
  }),
  'vpc:ModifyVpnConnectionAttribute': action.update({
    line: 4998,
    params: {
      VpnConnectionId: required(ref('vpn-connection', { line: 5015 })),
      VpnConnectionName: text({ max: 60, line: 5016 }),
      PreShareKey: secret({ line: 5017 }),
      SecurityPolicyDatabases: listOf(policyDatabase, { line: 5018 }),
      IKEOptionsSpecification: struct(ike, { line: 5019 }),
      IPSECOptionsSpecification: struct(ipsec, { line: 5020 }),
    },
    errors: [],
    changes: ['vpn-connection'],
    danger: 'interrupts',
    lookUp: {
      by: 'vpc:DescribeVpnConnections',
      where: { VpnConnectionIds: 'VpnConnectionId' },
      expect: 'same',
      compare: { VpnConnectionName: 'VpnConnectionName', PreShareKey: 'PreShareKey' },
    },
  }),
  'vpc:DeleteVpnConnection': action.delete({
    line: 4218,
    params: byId,
    errors: [],
    changes: ['vpn-connection'],
    lookUp: { by: 'vpc:DescribeVpnConnections', where: { VpnConnectionIds: 'VpnConnectionId' }, expect: 'absent' },
  }),
  'vpc:ResetVpnConnection': action.operate({
    line: 5148,
    params: byId,
    errors: [],
    changes: ['vpn-connection'],
    danger: 'interrupts',
  }),
  'vpc:DownloadCustomerGatewayConfiguration': action({
    kind: 'get',
    line: 4649,
    params: {
      ...byId,
      CustomerGatewayVendor: required(
        struct({
          Platform: required(text({ line: 7200 })),
          SoftwareVersion: required(text({ line: 7201 })),
          VendorName: required(text({ line: 7202 })),
        }),
      ),
      InterfaceName: required(text({ line: 4669 })),
    },
    results: { CustomerGatewayConfiguration: text() },
    errors: [],
  }),
});
