/** Network ACLs in API 3.0 of today: one call writes the rules of one direction or of both, and rules may be about IPv6. */
import { bind } from '../../binding.ts';
import {
  action,
  actionTable,
  choice,
  cidr,
  filters,
  integer,
  listOf,
  optional,
  type Row,
  ref,
  required,
  struct,
  text,
  time,
} from '../../define.ts';
import { list3 } from '../shared.ts';

const NetworkAclId = ref('network-acl', { refusedAs: 'ResourceNotFound' });
const NetworkAclName = text({ max: 60, refusedAs: 'InvalidParameterValue.TooLong' });
const VpcId = ref('vpc', { refusedAs: 'ResourceNotFound' });
/** How many parts a rule has: one block and one port, or those of both ends. An ACL keeps its own. */
const NetworkAclType = choice(['TRIPLE', 'QUINTUPLE']);
const byId = { NetworkAclId: required(NetworkAclId) } as const;

/** What the cloud adds goes back with a rule that is carried as it was listed. */
const facts = {
  Description: optional(text({ orEmpty: true })),
  ModifyTime: optional(text()),
  Priority: optional(integer()),
  NetworkAclIpv4EntryId: optional(text()),
  NetworkAclIpv6EntryId: optional(text()),
} as const;
const entry = struct({
  Protocol: choice(['TCP', 'UDP', 'ICMP', 'ALL', 'ICMPV6'], { anyCase: true }),
  Port: text({ format: 'port' }),
  CidrBlock: cidr({ orAddress: true, hostBits: true }),
  Ipv6CidrBlock: text({ format: 'ipv6-block' }),
  Action: choice(['ACCEPT', 'DROP']),
  ...facts,
});
const listedEntry = struct({
  Protocol: text(),
  Port: text(),
  CidrBlock: optional(cidr({ orAddress: true, hostBits: true })),
  Ipv6CidrBlock: optional(text()),
  Action: choice(['ACCEPT', 'DROP']),
  ...facts,
});
const shape = struct({
  VpcId: ref('vpc'),
  NetworkAclId: ref('network-acl'),
  NetworkAclName: text(),
  CreatedTime: time(),
  SubnetSet: listOf(struct({ SubnetId: ref('subnet'), SubnetName: text(), CidrBlock: cidr() })),
  IngressEntries: listOf(listedEntry),
  EgressEntries: listOf(listedEntry),
  NetworkAclType,
});
/** A rule of five parts: both ends and both ports. Of each end one block, of IPv4 or of IPv6. */
const five = struct({
  Protocol: choice(['TCP', 'UDP', 'ICMP', 'ALL'], { anyCase: true }),
  SourceCidr: cidr({ orAddress: true, hostBits: true }),
  SourceIPv6Cidr: text({ format: 'ipv6-block' }),
  SourcePort: text({ format: 'port' }),
  DestinationCidr: cidr({ orAddress: true, hostBits: true }),
  DestinationIPv6Cidr: text({ format: 'ipv6-block' }),
  DestinationPort: text({ format: 'port' }),
  Action: choice(['ACCEPT', 'DROP']),
  Description: text(),
  Priority: integer({ min: 1 }),
  NetworkAclQuintupleEntryId: text(),
});
const listedFive = struct({
  NetworkAclQuintupleEntryId: text(),
  NetworkAclDirection: choice(['INGRESS', 'EGRESS']),
  Priority: optional(integer()),
  Protocol: text(),
  SourceCidr: optional(text()),
  SourceIPv6Cidr: optional(text()),
  SourcePort: optional(text()),
  DestinationCidr: optional(text()),
  DestinationIPv6Cidr: optional(text()),
  DestinationPort: optional(text()),
  Action: text(),
  Description: optional(text()),
  CreateTime: optional(time()),
});
export type FivePartRule = Row<typeof listedFive>;
const fives = { ...byId, NetworkAclQuintupleSet: required(struct({ Ingress: listOf(five), Egress: listOf(five) })) } as const;
const allFives = struct({ Ingress: listOf(five, { orEmpty: true }), Egress: listOf(five, { orEmpty: true }) });
const otherKind = 'InvalidParameter.AclTypeMismatch';

const found = { by: 'vpc:DescribeNetworkAcls', where: { NetworkAclIds: 'NetworkAclId' } } as const;
const subnets = { ...byId, SubnetIds: required(listOf(ref('subnet', { refusedAs: 'ResourceNotFound' }))) } as const;

export const todaysActions = actionTable({
  'vpc:DescribeNetworkAcls': list3({
    source: 'today',
    ids: { NetworkAclIds: listOf(NetworkAclId, { max: 100 }) },
    page: {
      Offset: integer({ min: 0, default: 0 }),
      Limit: integer({ min: 1, max: 100, default: 20 }),
      OrderField: choice(['NetworkAclId', 'NetworkAclName', 'CreatedTime'], { default: 'CreatedTime' }),
      OrderDirection: choice(['ASC', 'DESC'], { default: 'DESC' }),
    },
    filters: filters({ 'vpc-id': VpcId, 'network-acl-id': NetworkAclId, 'network-acl-name': text() }, { max: 10, maxValues: 5 }),
    rows: { NetworkAclSet: shape },
    errors: ['ResourceNotFound'],
  }),
  'vpc:CreateNetworkAcl': action({
    kind: 'create',
    source: 'today',
    params: { VpcId: required(VpcId), NetworkAclName: required(NetworkAclName), NetworkAclType },
    results: { NetworkAcl: shape },
    errors: ['InvalidParameterValue.TooLong', 'LimitExceeded', 'ResourceNotFound'],
    changes: ['network-acl'],
    lookUp: {
      by: 'vpc:DescribeNetworkAcls',
      where: { 'network-acl-name': 'NetworkAclName', 'vpc-id': 'VpcId' },
      expect: 'exists',
      compare: { NetworkAclName: 'NetworkAclName', VpcId: 'VpcId' },
    },
  }),
  'vpc:ModifyNetworkAclAttribute': action.update({
    source: 'today',
    params: { ...byId, NetworkAclName: required(NetworkAclName) },
    errors: ['InvalidParameterValue.TooLong', 'ResourceNotFound'],
    changes: ['network-acl'],
    lookUp: { ...found, expect: 'same', compare: { NetworkAclName: 'NetworkAclName' } },
  }),
  'vpc:DeleteNetworkAcl': action.delete({
    source: 'today',
    params: byId,
    errors: ['ResourceInUse', 'ResourceNotFound'],
    changes: ['network-acl'],
    lookUp: { ...found, expect: 'absent' },
  }),
  // A direction that is left out keeps its rules; one that is given is written anew.
  'vpc:ModifyNetworkAclEntries': action.update({
    source: 'today',
    params: {
      ...byId,
      NetworkAclEntrySet: struct({ Ingress: listOf(entry, { orEmpty: true }), Egress: listOf(entry, { orEmpty: true }) }),
      NetworkAclQuintupleSet: allFives,
    },
    exclusive: [['NetworkAclEntrySet', 'NetworkAclQuintupleSet']],
    errors: ['InvalidParameter.AclTypeMismatch', 'InvalidParameter.Coexist', 'InvalidParameterValue', 'LimitExceeded', 'ResourceNotFound'],
    changes: ['network-acl'],
    danger: 'interrupts',
  }),
  'vpc:DescribeNetworkAclQuintupleEntries': action({
    kind: 'list',
    source: 'today',
    params: {
      ...byId,
      Filters: filters(
        {
          protocol: text(),
          description: text(),
          'destination-cidr': text(),
          'source-cidr': text(),
          action: text(),
          'network-acl-quintuple-entry-id': text(),
          'network-acl-direction': text(),
        },
        { max: 10, maxValues: 5 },
      ),
      Offset: integer({ min: 0, default: 0 }),
      Limit: integer({ min: 1, max: 100, default: 20 }),
    },
    results: { NetworkAclQuintupleSet: listOf(listedFive), TotalCount: integer() },
    errors: [otherKind, 'ResourceNotFound'],
    paging: { items: 'NetworkAclQuintupleSet', total: 'TotalCount', offset: 'Offset', limit: 'Limit', max: 100 },
  }),
  // Behind those that are there, in the order given.
  'vpc:CreateNetworkAclQuintupleEntries': action.operate({
    source: 'today',
    params: fives,
    errors: [otherKind, 'InvalidParameterValue', 'LimitExceeded', 'ResourceNotFound'],
    changes: ['network-acl'],
    danger: 'interrupts',
  }),
  // Each rule by its id: what it says is replaced, its place stays.
  'vpc:ModifyNetworkAclQuintupleEntries': action.operate({
    source: 'today',
    params: fives,
    errors: ['InvalidParameterValue', 'ResourceNotFound'],
    changes: ['network-acl'],
    danger: 'interrupts',
  }),
  'vpc:DeleteNetworkAclQuintupleEntries': action.operate({
    source: 'today',
    params: fives,
    errors: ['InvalidParameterValue', 'ResourceNotFound'],
    changes: ['network-acl'],
    danger: 'destroys',
  }),
  'vpc:AssociateNetworkAclSubnets': action.operate({
    source: 'today',
    params: subnets,
    errors: ['ResourceNotFound'],
    changes: ['network-acl', 'subnet'],
    danger: 'interrupts',
  }),
  'vpc:DisassociateNetworkAclSubnets': action.operate({
    source: 'today',
    params: subnets,
    errors: ['ResourceNotFound'],
    changes: ['network-acl', 'subnet'],
    danger: 'interrupts',
  }),
});

const absent = {
  'InvalidVpc.NotFound': 'ResourceNotFound',
  'InvalidNetworkAclID.NotFound': 'ResourceNotFound',
  'InvalidNetworkAclId.NotFound': 'ResourceNotFound',
} as const;
const entries = {
  desc: 'Description',
  ipProtocol: { at: 'Protocol', values: { all: 'ALL', tcp: 'TCP', udp: 'UDP', icmp: 'ICMP' } },
  cidrIp: 'CidrBlock',
  // All ports of what has none are not said.
  portRange: { at: 'Port', unless: { field: 'ipProtocol', is: ['all', 'icmp'] }, as: 'ALL' },
  action: { at: 'Action', values: { 0: 'DROP', 1: 'ACCEPT' } },
} as const;
const ofOne = { drops: ['vpcId'] } as const;
const ofSubnets = { ...ofOne, refusals: { ...absent, 'InvalidSubnet.NotFound': 'ResourceNotFound' } } as const;

export const today = {
  'vpc2017:DescribeNetworkAcl': bind('vpc:DescribeNetworkAcls', {
    takes: {
      vpcId: { filter: 'vpc-id' },
      networkAclId: 'NetworkAclIds',
      orderField: { at: 'OrderField', values: { createTime: 'CreatedTime', networkAclName: 'NetworkAclName' } },
      orderDirection: { at: 'OrderDirection', values: { asc: 'ASC', desc: 'DESC' } },
    },
    gives: {
      unVpcId: 'VpcId',
      vpcId: 'VpcId',
      createTime: 'CreatedTime',
      subnetNum: { countOf: 'SubnetSet' },
      networkAclEntrySet: {
        beside: {
          ingress: { at: 'IngressEntries', fields: entries },
          egress: { at: 'EgressEntries', fields: entries },
        },
        // Rules of five parts stand in a list of their own.
        emptyFor: { field: 'NetworkAclType', is: ['QUINTUPLE'] },
      },
    },
    refusals: absent,
  }),
  'vpc2017:CreateNetworkAcl': bind('vpc:CreateNetworkAcl', {
    offers: { networkAclType: { ...NetworkAclType, default: 'TRIPLE', immutable: true } },
    tells: 'NetworkAcl',
    refusals: { ...absent, NetworkAcLimitExceeded: 'LimitExceeded' },
  }),
  'vpc2017:ModifyNetworkAcl': bind('vpc:ModifyNetworkAclAttribute', { ...ofOne, refusals: absent }),
  'vpc2017:DeleteNetworkAcl': bind('vpc:DeleteNetworkAcl', { ...ofOne, refusals: { ...absent, 'NetworkAclID.InUse': 'ResourceInUse' } }),
  'vpc2017:ModifyNetworkAclEntry': bind('vpc:ModifyNetworkAclEntries', {
    ...ofOne,
    takes: {
      networkAclEntrySet: {
        chosenBy: 'ruleDirection',
        among: { 0: 'NetworkAclEntrySet.Egress', 1: 'NetworkAclEntrySet.Ingress' },
        fields: entries,
      },
    },
    joins: 'ruleDirection',
    refusals: { ...absent, NetworkAclInLimitExceeded: 'LimitExceeded', NetworkAclOutLimitExceeded: 'LimitExceeded' },
  }),
  'vpc2017:CreateSubnetAclRule': bind('vpc:AssociateNetworkAclSubnets', ofSubnets),
  'vpc2017:DeteleSubnetAclRule': bind('vpc:DisassociateNetworkAclSubnets', ofSubnets),
} as const;
