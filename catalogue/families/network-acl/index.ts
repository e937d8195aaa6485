/** Network ACLs of the 2017 API, the only one of the documents that has them: lines 10382-11000. */
import {
  action,
  actionTable,
  choice,
  cidr,
  family,
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
import { orderDirection, page2017Of50, paging2017 } from '../shared.ts';

const vpcId = ref('vpc', { refusedAs: 'InvalidVpc.NotFound', alsoSpelled: ['vpclId', 'vpclid'] });
const networkAclId = ref('network-acl', { refusedAs: 'InvalidNetworkAclID.NotFound', alsoSpelled: ['networkACLId', 'networkAcLId'] });
const networkAclName = text({ max: 60, refusedAs: 'InvalidNetworkAclName', alsoSpelled: ['networkAcLName'] });

/** A rule as it is listed: action 1 allows, 0 denies (10602, 10956). */
const listedRule = struct({
  desc: text(),
  ipProtocol: text(),
  cidrIp: cidr({ orAddress: true, hostBits: true }),
  portRange: text(),
  action: choice([0, 1]),
});

/** A network ACL with its rules as it is listed (10585). */
export const networkAclShape = struct({
  vpcId: ref('vpc'),
  unVpcId: ref('vpc'),
  // These two stand in the sample only (10646).
  vpcName: optional(text()),
  vpcCidrBlock: optional(cidr()),
  networkAclId: ref('network-acl'),
  networkAclName: text(),
  subnetNum: integer(),
  createTime: time(),
  // The table calls it a list (10594), the sample shows an object of two lists (10651).
  networkAclEntrySet: struct({ ingress: listOf(listedRule), egress: listOf(listedRule) }),
  // Of today: rules of five parts are listed apart, and not among these.
  networkAclType: optional(choice(['TRIPLE', 'QUINTUPLE'])),
});

export type NetworkAcl = Row<typeof networkAclShape>;

export type AclRule = Row<typeof listedRule>;

export const actions = actionTable({
  'vpc2017:CreateNetworkAcl': action({
    kind: 'create',
    line: 10382,
    params: { vpcId: required(vpcId), networkAclName: required(networkAclName) },
    results: { data: struct({ networkAclId: ref('network-acl') }) },
    errors: ['InvalidVpc.NotFound', 'InvalidNetworkAclName', 'NetworkAcLimitExceeded'],
    changes: ['network-acl'],
    alsoSpelled: ['CreateNetworkAcL'],
  }),
  'vpc2017:DescribeNetworkAcl': action({
    kind: 'list',
    line: 10555,
    params: {
      vpcId,
      networkAclId: ref('network-acl', { refusedAs: 'InvalidNetworkAclId.NotFound', line: 10571 }),
      ...page2017Of50,
      orderField: choice(['createTime', 'networkAclName'], { default: 'createTime', line: 10574 }),
      orderDirection,
    },
    results: {
      totalCount: integer(),
      data: listOf(networkAclShape),
    },
    errors: ['InvalidVpc.NotFound', 'InvalidNetworkAclId.NotFound'],
    paging: paging2017(50),
  }),
  'vpc2017:ModifyNetworkAcl': action.update({
    line: 10500,
    params: { vpcId: required(vpcId), networkAclId: required(networkAclId), networkAclName: required(networkAclName) },
    errors: ['InvalidVpc.NotFound', 'InvalidNetworkAclID.NotFound', 'InvalidNetworkAclName'],
    changes: ['network-acl'],
    lookUp: {
      by: 'vpc2017:DescribeNetworkAcl',
      where: { networkAclId: 'networkAclId' },
      expect: 'same',
      compare: { networkAclName: 'networkAclName' },
    },
  }),
  'vpc2017:DeleteNetworkAcl': action.delete({
    line: 10445,
    params: { vpcId: required(vpcId), networkAclId: required(networkAclId) },
    errors: ['InvalidVpc.NotFound', 'InvalidNetworkAclID.NotFound', 'NetworkAclID.InUse'],
    changes: ['network-acl'],
    lookUp: { by: 'vpc2017:DescribeNetworkAcl', where: { networkAclId: 'networkAclId' }, expect: 'absent' },
  }),
  // Replaces the rules of one direction. Its table reads 0 as allow (10762), every answer reads 1 so: 1 allows.
  'vpc2017:ModifyNetworkAclEntry': action.update({
    line: 10737,
    params: {
      vpcId: required(vpcId),
      networkAclId: required(networkAclId),
      ruleDirection: required(choice([0, 1], { line: 10756 })),
      networkAclEntrySet: required(
        listOf(
          struct({
            desc: required(text({ orEmpty: true, line: 10758 })),
            ipProtocol: required(choice(['all', 'tcp', 'udp', 'icmp'], { anyCase: true, line: 10759 })),
            cidrIp: required(cidr({ orAddress: true, hostBits: true, line: 10760 })),
            portRange: required(text({ format: 'port', line: 10761 })),
            action: required(choice([0, 1], { line: 10762 })),
          }),
          { line: 10757 },
        ),
      ),
    },
    errors: ['InvalidVpc.NotFound', 'InvalidNetworkAclID.NotFound', 'NetworkAclInLimitExceeded', 'NetworkAclOutLimitExceeded'],
    changes: ['network-acl'],
    danger: 'interrupts',
  }),
  'vpc2017:CreateSubnetAclRule': action.operate({
    line: 10806,
    params: { vpcId: required(vpcId), networkAclId: required(networkAclId), subnetIds: required(listOf(ref('subnet'), { line: 10823 })) },
    errors: ['InvalidVpc.NotFound', 'InvalidNetworkAclID.NotFound'],
    changes: ['network-acl', 'subnet'],
    danger: 'interrupts',
  }),
  'vpc2017:DeteleSubnetAclRule': action.operate({
    line: 10860,
    params: { vpcId: required(vpcId), networkAclId: required(networkAclId), subnetIds: required(listOf(ref('subnet'), { line: 10877 })) },
    errors: ['InvalidVpc.NotFound', 'InvalidNetworkAclID.NotFound'],
    changes: ['network-acl', 'subnet'],
    danger: 'interrupts',
    alsoSpelled: ['DeleteSubnetAclRule', 'DeleteSubnetACLRule'],
  }),
  // The older list. Its offset counts pages (10931), so it is not paged through.
  'vpc2017:DescribeAcl': action({
    kind: 'list',
    line: 10914,
    params: { vpcId, name: text({ line: 10930 }), offset: integer({ min: 0, line: 10931 }), limit: integer({ min: 0, line: 10932 }) },
    results: {
      data: struct({
        totalCount: integer(),
        aclSet: listOf(
          struct({
            vpcId: ref('vpc'),
            unVpcId: ref('vpc'),
            networkAclName: text({ alsoSpelled: ['aclName'] }),
            networkAclId: ref('network-acl', { alsoSpelled: ['aclId'] }),
            vpcName: text(),
            vpcCidrBlock: cidr(),
            subnetNum: integer(),
            createTime: time(),
            acl: listOf(struct({ name: text(), ipProtocol: text(), cidrIp: text(), portRange: text(), action: text() })),
          }),
        ),
      }),
    },
    errors: [],
  }),
});

export const data = family(actions, {
  family: 'network-acl',
  segment: 'network-acls',
  idPrefixes: ['acl'],
  group: 'security',
  icon: 'ListChecks',
  within: ['vpc'],
  tabs: ['subnets', 'rules'],
  formState: ['before', 'rule', 'subnets'],
  id: 'networkAclId',
  name: 'networkAclName',
  tags: { type: 'vpc/acl' },
  errors: {
    correct: {
      InvalidNetworkAclName: ['NetworkAclName'],
      'InvalidParameter.AclTypeMismatch': ['NetworkAclEntrySet', 'NetworkAclQuintupleSet'],
    },
    'look-up': { 'InvalidNetworkAclID.NotFound': ['NetworkAclId'], 'InvalidNetworkAclId.NotFound': ['NetworkAclId'] },
    'free-first': { 'NetworkAclID.InUse': ['NetworkAclId'] },
    quota: {
      NetworkAcLimitExceeded: [],
      NetworkAclInLimitExceeded: ['NetworkAclEntrySet'],
      NetworkAclOutLimitExceeded: ['NetworkAclEntrySet'],
    },
  },
  quotas: {
    'network-acls-per-vpc': { usual: 50, limitType: 15, per: 'vpc', by: 'unVpcId' },
    'ingress-rules-per-acl': {
      usual: 40,
      limitType: 17,
      per: 'network-acl',
      counts: 'networkAclEntrySet.ingress',
      apart: { networkAclType: 'QUINTUPLE' },
    },
    'egress-rules-per-acl': {
      usual: 40,
      limitType: 18,
      per: 'network-acl',
      counts: 'networkAclEntrySet.egress',
      apart: { networkAclType: 'QUINTUPLE' },
    },
  },
  operations: {
    list: ['vpc2017:DescribeNetworkAcl', 'vpc2017:DescribeAcl', 'vpc:DescribeNetworkAcls'],
    create: ['vpc2017:CreateNetworkAcl', 'vpc:CreateNetworkAcl'],
    update: ['vpc2017:ModifyNetworkAcl', 'vpc:ModifyNetworkAclAttribute'],
    delete: ['vpc2017:DeleteNetworkAcl', 'vpc:DeleteNetworkAcl'],
    replaceEntries: ['vpc2017:ModifyNetworkAclEntry', 'vpc:ModifyNetworkAclEntries'],
    fivePartRules: ['vpc:DescribeNetworkAclQuintupleEntries'],
    addFivePartRules: ['vpc:CreateNetworkAclQuintupleEntries'],
    changeFivePartRules: ['vpc:ModifyNetworkAclQuintupleEntries'],
    deleteFivePartRules: ['vpc:DeleteNetworkAclQuintupleEntries'],
    bind: ['vpc2017:CreateSubnetAclRule', 'vpc:AssociateNetworkAclSubnets'],
    unbind: ['vpc2017:DeteleSubnetAclRule', 'vpc:DisassociateNetworkAclSubnets'],
  },
});
