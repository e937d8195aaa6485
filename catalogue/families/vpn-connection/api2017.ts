/** VPN connections in the 2017 API: lines 11901-12600. */
import {
  action,
  actionTable,
  address,
  choice,
  cidr,
  integer,
  listOf,
  optional,
  ref,
  required,
  secret,
  struct,
  text,
  time,
} from '../../define.ts';
import { orderDirection, page2017Of50, paging2017 } from '../shared.ts';

const vpcId = ref('vpc', { refusedAs: 'InvalidVpc.NotFound', alsoSpelled: ['vpclId', 'vpclid'] });
const vpnGwId = ref('vpn-gateway', { refusedAs: 'InvalidVpnGw.NotFound' });
/** A missing connection is InvalidVpnConn.NotFound when it is to be deleted, else the gateway's code (11935, 12104). */
const vpnConnId = ref('vpn-connection');

const ciphers = ['3des-cbc', 'aes-cbc-128', 'aes-cbc-192', 'aes-cbc-256', 'des-cbc'] as const;

/** The tables call them lists, with names that have no index (11986); the samples answer objects (12370). */
const IKESet = struct(
  {
    propoEncryAlgorithm: choice(ciphers, { default: '3des-cbc', line: 11986 }),
    propoAuthenAlgorithm: choice(['md5', 'sha'], { default: 'md5', line: 11987 }),
    exchangeMode: choice(['aggressive', 'main'], { default: 'main', line: 11988 }),
    localIdentity: choice(['address', 'fqdn'], { default: 'address', line: 11991 }),
    remoteIdentity: choice(['address', 'fqdn'], { default: 'address', line: 11992 }),
    localAddress: address({ line: 11993 }),
    remoteAddress: address({ line: 11994 }),
    localFqdnName: text({ line: 11995 }),
    remoteFqdnName: text({ line: 11996 }),
    dhGroupName: choice(['group1', 'group2', 'group5', 'group14', 'group24'], { line: 11997 }),
    ikeSaLifetimeSeconds: integer({ min: 60, max: 604800, measure: 'seconds', line: 11998 }),
    // Printed here, described as an option of IPsec (11999, 12174).
    encryptAlgorithm: choice([...ciphers, 'null'], { default: '3des-cbc', line: 11999 }),
  },
  { orList: true },
);

const IPsecSet = struct(
  {
    integrityAlgorithm: choice(['md5', 'sha'], { default: 'md5', line: 12004 }),
    ipsecSaLifetimeSeconds: integer({ min: 180, max: 604800, measure: 'seconds', line: 12005 }),
    ipsecSaLifetimeTraffic: integer({ min: 2560, max: 604800, measure: 'KB', line: 12006 }),
    pfsDhGroup: choice(['null', 'dh-group1', 'dh-group14', 'dh-group2', 'dh-group24', 'dh-group5'], { default: 'null', line: 12007 }),
  },
  { orList: true },
);

const started = { data: struct({ taskId: integer() }) } as const;
const task = { field: 'data.taskId', poll: 'vpc2017:DescribeVpcTaskResult' } as const;

/** The sample sends a block with host bits set, "10.56.20.1/24" (12045). */
const userGwCidrBlock = listOf(cidr({ hostBits: true }), { line: 11978 });

export const api2017 = actionTable({
  'vpc2017:AddVpnConnEx': action({
    kind: 'create',
    line: 11958,
    params: {
      vpcId: required(vpcId),
      vpnGwId: required(vpnGwId),
      userGwId: required(ref('customer-gateway', { refusedAs: 'InvalidUserGw.NotFound', line: 11975 })),
      vpnConnName: required(text({ max: 60, refusedAs: 'InvalidVpnConnName', line: 11976 })),
      preSharedKey: required(secret({ line: 11977 })),
      userGwCidrBlock,
      // JSON: {"10.0.0.5/24":["172.123.10.5/16"]}
      spdAcl: text({ line: 11979 }),
      IKESet,
      IPsecSet,
    },
    results: started,
    errors: ['InvalidVpc.NotFound', 'InvalidVpnGw.NotFound', 'InvalidUserGw.NotFound', 'InvalidVpnConnName', 'VpnConnLimitExceeded'],
    changes: ['vpn-connection'],
    oneOf: [['userGwCidrBlock', 'spdAcl']],
    async: task,
  }),
  'vpc2017:DescribeVpnConn': action({
    kind: 'list',
    line: 12236,
    params: {
      vpcId,
      vpnGwId,
      vpnConnId,
      vpnConnName: text({ line: 12254 }),
      ...page2017Of50,
      orderField: choice(['createTime', 'vpnConnName'], { default: 'createTime', line: 12257 }),
      orderDirection,
    },
    results: {
      totalCount: integer(),
      data: listOf(
        struct({
          vpcId: ref('vpc'),
          unVpcId: ref('vpc'),
          vpnGwId: integer(),
          unVpnGwId: ref('vpn-gateway'),
          vpnGwAddress: address(),
          userGwId: ref('customer-gateway'),
          unUserGwId: ref('customer-gateway'),
          userGwAddress: address(),
          // Three that stand in the sample only (12352-12365); without them a row could not be named.
          vpnConnId: optional(integer()),
          unVpnConnId: optional(ref('vpn-connection')),
          createTime: optional(time()),
          vpnConnName: text(),
          preSharedKey: secret(),
          sourceCidr: listOf(cidr()),
          destinationCidr: listOf(cidr()),
          vpcConnStatus: choice([0, 1, 2, 3, 4, 5, 6]),
          netStatus: choice(['available', 'unavailable']),
          IKESet: listOf(
            struct({
              propoEncryAlgorithm: text(),
              propoAuthenAlgorithm: text(),
              exchangeMode: text(),
              localIdentity: text(),
              remoteIdentity: text(),
              localAddress: text(),
              remoteAddress: text(),
              localFqdnName: text(),
              remoteFqdnName: text(),
              dhGroupName: text(),
              ikeSaLifetimeSeconds: integer(),
            }),
            { alsoSpelled: ['IKEArr'] },
          ),
          IPsecSet: listOf(
            struct({
              encryptAlgorithm: text(),
              integrityAlgorithm: text({ alsoSpelled: ['integrityAlgorith'] }),
              encapMode: text(),
              securityProto: text(),
              ipsecSaLifetimeSeconds: integer(),
              ipsecSaLifetimeTraffic: integer(),
              pfsDhGroup: text(),
            }),
            { alsoSpelled: ['IPSECArr'] },
          ),
        }),
      ),
    },
    errors: ['InvalidVpc.NotFound', 'InvalidVpnGw.NotFound'],
    paging: paging2017(50),
  }),
  'vpc2017:ModifyVpnConnEx': action({
    kind: 'update',
    line: 12133,
    params: {
      vpcId: required(vpcId),
      vpnGwId: required(vpnGwId),
      vpnConnId: required(vpnConnId),
      vpnConnName: text({ max: 60, line: 12151 }),
      preSharedKey: secret({ line: 12152 }),
      userGwCidrBlock,
      spdAcl: text({ orList: true, line: 12154 }),
      IKESet,
      IPsecSet,
    },
    results: started,
    errors: ['InvalidVpc.NotFound', 'InvalidVpnGw.NotFound'],
    changes: ['vpn-connection'],
    async: task,
    danger: 'interrupts',
  }),
  'vpc2017:DeleteVpnConn': action({
    kind: 'delete',
    line: 12068,
    params: {
      vpcId: required(vpcId),
      vpnGwId: required(vpnGwId),
      vpnConnId: required(ref('vpn-connection', { refusedAs: 'InvalidVpnConn.NotFound', line: 12085 })),
    },
    results: started,
    errors: ['InvalidVpc.NotFound', 'InvalidVpnGw.NotFound', 'InvalidVpnConnState', 'InvalidVpnConn.NotFound'],
    changes: ['vpn-connection'],
    async: task,
    danger: 'destroys',
  }),
  'vpc2017:ResetVpnConnSA': action.operate({
    line: 11901,
    params: { vpcId: required(vpcId), vpnGwId: required(vpnGwId), vpnConnId: required(vpnConnId) },
    errors: ['InvalidVpc.NotFound', 'InvalidVpnGw.NotFound'],
    changes: ['vpn-connection'],
    danger: 'interrupts',
  }),
  'vpc2017:GetVpnConnConfig': action({
    kind: 'get',
    line: 12503,
    params: {
      vpnConnId: required(vpnConnId),
      vendorname: required(text({ line: 12519 })),
      platform: required(text({ line: 12520 })),
      software: required(text({ line: 12521 })),
      interfaceName: required(text({ line: 12522 })),
    },
    results: { data: struct({ configFileInfo: text() }) },
    errors: [],
  }),
});
