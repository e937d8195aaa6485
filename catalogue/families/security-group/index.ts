/** Security groups and their rules: API 3.0 lines 5260-6100. The 2017 API of this document has none. */
import {
  action,
  actionTable,
  choice,
  cidr,
  family,
  filters,
  flag,
  foreign,
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
import { list3, pageAsText } from '../shared.ts';

/** A security group as it is listed (7371). */
export const securityGroupShape = struct({
  ProjectId: foreign('project', { line: 7376 }),
  SecurityGroupId: ref('security-group', { line: 7377 }),
  SecurityGroupName: text({ line: 7380 }),
  SecurityGroupDesc: text({ line: 7381 }),
  IsDefault: flag({ line: 7382 }),
  CreatedTime: time({ line: 7383 }),
});

export type SecurityGroup = Row<typeof securityGroupShape>;

/** Five by the texts (5340), three by the structure (7403); the cloud of 2026 has ICMPv6 besides. */
export const protocols = ['TCP', 'UDP', 'ICMP', 'ICMPv6', 'GRE', 'ALL'] as const;

/** The structure has a list of ids (7405), the samples an object (5387, 5774). */
const serviceTemplate = struct(
  { ServiceId: optional(ref('parameter-template')), ServiceGroupId: optional(ref('parameter-template')) },
  { orText: true, orList: true, line: 7405 },
);
const addressTemplate = struct(
  { AddressId: optional(ref('parameter-template')), AddressGroupId: optional(ref('parameter-template')) },
  { orText: true, line: 7408 },
);

/** A rule (7397). The source or destination is one of four, the packets one of two (5345). */
const policy = {
  PolicyIndex: integer({ min: 0, line: 7402 }),
  Protocol: choice(protocols, { anyCase: true, line: 7403 }),
  Port: text({ format: 'port', line: 7404 }),
  ServiceTemplate: serviceTemplate,
  CidrBlock: cidr({ orAddress: true, line: 7406 }),
  // Beside the documents: as the cloud of 2026 lists and takes it. Such a rule means IPv6 packets only.
  Ipv6CidrBlock: text({ format: 'ipv6-block' }),
  SecurityGroupId: ref('security-group', { line: 7407 }),
  AddressTemplate: addressTemplate,
  Action: choice(['ACCEPT', 'DROP'], { anyCase: true, line: 7409 }),
  PolicyDescription: text({ line: 7410 }),
} as const;

const policySet = struct({
  Version: text({ line: 7417 }),
  Egress: listOf(struct(policy), { line: 7418 }),
  Ingress: listOf(struct(policy), { line: 7419 }),
});

/** All the rules of a group: a direction without rules is an empty list, not one that was left out. */
const wholePolicySet = struct({
  Version: text({ line: 7417 }),
  Egress: listOf(struct(policy), { orEmpty: true, line: 7418 }),
  Ingress: listOf(struct(policy), { orEmpty: true, line: 7419 }),
});

/** A rule as it is listed: what does not apply is left out. */
export const listedPolicy = struct({
  ...policy,
  Protocol: optional(policy.Protocol),
  Port: optional(policy.Port),
  ServiceTemplate: optional(serviceTemplate),
  CidrBlock: optional(policy.CidrBlock),
  Ipv6CidrBlock: optional(policy.Ipv6CidrBlock),
  SecurityGroupId: optional(policy.SecurityGroupId),
  AddressTemplate: optional(addressTemplate),
});

export type Policy = Row<typeof listedPolicy>;

export const actions = actionTable({
  'vpc:CreateSecurityGroup': action({
    kind: 'create',
    line: 5260,
    params: {
      ProjectId: foreign('project', { default: '0', line: 5280 }),
      GroupName: required(text({ max: 60, line: 5281 })),
      GroupDescription: required(text({ max: 100, line: 5282 })),
    },
    results: { SecurityGroup: securityGroupShape },
    errors: ['LimitExceeded', 'ResourceNotFound'],
    changes: ['security-group'],
    lookUp: {
      by: 'vpc:DescribeSecurityGroups',
      where: { 'security-group-name': 'GroupName' },
      expect: 'exists',
      compare: { SecurityGroupName: 'GroupName', SecurityGroupDesc: 'GroupDescription' },
    },
  }),
  'vpc:DescribeSecurityGroups': list3({
    line: 5815,
    ids: { SecurityGroupIds: listOf(ref('security-group'), { max: 100, line: 5832 }) },
    filters: filters({ 'project-id': foreign('project', { wire: 'Integer' }), 'security-group-name': text() }, { line: 5833 }),
    page: pageAsText,
    rows: { SecurityGroupSet: securityGroupShape },
    errors: ['InvalidParameterValue.Malformed', 'ResourceNotFound'],
  }),
  'vpc:ModifySecurityGroupAttribute': action.update({
    line: 5891,
    params: {
      SecurityGroupId: required(ref('security-group', { line: 5908 })),
      GroupName: text({ max: 60, line: 5909 }),
      GroupDescription: text({ max: 100, orEmpty: true, line: 5910 }),
    },
    errors: ['InvalidParameterValue', 'InvalidParameterValue.Malformed', 'ResourceNotFound'],
    changes: ['security-group'],
    lookUp: {
      by: 'vpc:DescribeSecurityGroups',
      where: { SecurityGroupIds: 'SecurityGroupId' },
      expect: 'same',
      compare: { SecurityGroupName: 'GroupName', SecurityGroupDesc: 'GroupDescription' },
    },
  }),
  'vpc:DeleteSecurityGroup': action.delete({
    line: 5444,
    params: { SecurityGroupId: required(ref('security-group', { refusedAs: 'InvalidSecurityGroupID.Malformed', line: 5465 })) },
    errors: ['InvalidSecurityGroupID.Malformed', 'InvalidSecurityGroupID.NotFound'],
    changes: ['security-group'],
    lookUp: { by: 'vpc:DescribeSecurityGroups', where: { SecurityGroupIds: 'SecurityGroupId' }, expect: 'absent' },
  }),
  'vpc:DescribeSecurityGroupPolicies': action({
    kind: 'get',
    line: 5711,
    params: { SecurityGroupId: required(ref('security-group', { line: 5728 })) },
    results: { SecurityGroupPolicySet: struct({ Version: text(), Egress: listOf(listedPolicy), Ingress: listOf(listedPolicy) }) },
    errors: ['InvalidParameterValue.Malformed', 'ResourceNotFound'],
  }),
  'vpc:DescribeSecurityGroupAssociationStatistics': action({
    kind: 'get',
    line: 5636,
    params: { SecurityGroupIds: required(listOf(ref('security-group'), { line: 5653 })) },
    results: {
      SecurityGroupAssociationStatisticsSet: listOf(
        struct({
          SecurityGroupId: ref('security-group', { line: 7390 }),
          CVM: integer({ line: 7391 }),
          CDB: integer({ line: 7392 }),
          ENI: integer({ line: 7393 }),
          SG: integer({ line: 7394 }),
          CLB: integer({ line: 7395 }),
        }),
      ),
    },
    errors: ['InvalidParameterValue.Malformed', 'ResourceNotFound'],
  }),
  'vpc:CreateSecurityGroupPolicies': action.update({
    line: 5329,
    params: { SecurityGroupId: required(ref('security-group', { line: 5355 })), SecurityGroupPolicySet: required(policySet) },
    errors: [
      'InvalidParameter',
      'InvalidParameterValue',
      'InvalidParameterValue.Malformed',
      'LimitExceeded',
      'ResourceNotFound',
      'UnsupportedOperation.VersionMismatch',
    ],
    changes: ['security-group'],
  }),
  'vpc:ReplaceSecurityGroupPolicy': action.update({
    line: 6023,
    params: { SecurityGroupId: required(ref('security-group', { line: 6040 })), SecurityGroupPolicySet: required(policySet) },
    errors: ['InvalidParameter', 'InvalidParameterValue', 'ResourceNotFound', 'UnsupportedOperation.VersionMismatch'],
    changes: ['security-group'],
    danger: 'interrupts',
  }),
  'vpc:DeleteSecurityGroupPolicies': action.update({
    line: 5503,
    params: { SecurityGroupId: required(ref('security-group', { line: 5522 })), SecurityGroupPolicySet: required(policySet) },
    errors: ['ResourceNotFound', 'UnsupportedOperation.VersionMismatch'],
    changes: ['security-group'],
    danger: 'destroys',
  }),
  // Deletes every rule before it writes; Version 0 writes none (5960, 5961).
  'vpc:ModifySecurityGroupPolicies': action.update({
    line: 5950,
    params: { SecurityGroupId: required(ref('security-group', { line: 5976 })), SecurityGroupPolicySet: required(wholePolicySet) },
    errors: ['InvalidParameterValue.Malformed', 'ResourceNotFound'],
    changes: ['security-group'],
    danger: 'interrupts',
  }),
});

export const data = family(actions, {
  family: 'security-group',
  segment: 'security-groups',
  idPrefixes: ['sg'],
  group: 'security',
  icon: 'ShieldCheck',
  tabs: ['rules', 'uses', 'written-out'],
  id: 'SecurityGroupId',
  name: 'SecurityGroupName',
  tags: { type: 'cvm/sg', filters: 'all' },
  nameParam: 'GroupName',
  errors: {
    reload: { 'UnsupportedOperation.VersionMismatch': ['Version', 'SecurityGroupPolicySet'] },
    unsupported: { 'UnsupportedOperation.RemoteRegionSgHasReferencedSg': ['SecurityGroupId'] },
  },
  quotas: {
    'security-groups-per-project': { usual: 50 },
    'policies-per-direction': { usual: 100 },
    'expanded-policies-per-group': { usual: 2000 },
  },
  operations: {
    list: ['vpc:DescribeSecurityGroups'],
    create: ['vpc:CreateSecurityGroup'],
    update: ['vpc:ModifySecurityGroupAttribute'],
    delete: ['vpc:DeleteSecurityGroup'],
    policies: ['vpc:DescribeSecurityGroupPolicies'],
    statistics: ['vpc:DescribeSecurityGroupAssociationStatistics'],
    createPolicies: ['vpc:CreateSecurityGroupPolicies'],
    replacePolicy: ['vpc:ReplaceSecurityGroupPolicy'],
    deletePolicies: ['vpc:DeleteSecurityGroupPolicies'],
    resetPolicies: ['vpc:ModifySecurityGroupPolicies'],
    namedBy: ['vpc:DescribeSecurityGroupReferences'],
    expandedPolicies: ['vpc:DescribeSecurityGroupExpandedPolicies'],
    clone: ['vpc:CloneSecurityGroup'],
    limits: ['vpc:DescribeSecurityGroupLimits'],
  },
});
