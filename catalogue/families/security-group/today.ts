/** What security groups have in API 3.0 of today: who names a group, its rules written out, a copy made by the cloud, limits. */
import { action, actionTable, filters, flag, foreign, integer, listOf, optional, ref, required, struct, text } from '../../define.ts';
import { listedPolicy, securityGroupShape } from './index.ts';

const SecurityGroupId = required(ref('security-group'));
const malformed = 'InvalidParameterValue.Malformed';
const limit = integer({ measure: 'count' });

export const todaysActions = actionTable({
  'vpc:DescribeSecurityGroupReferences': action({
    kind: 'get',
    source: 'today',
    params: { SecurityGroupIds: required(listOf(ref('security-group'))) },
    results: {
      ReferredSecurityGroupSet: listOf(
        struct({ SecurityGroupId: ref('security-group'), ReferredSecurityGroupIds: listOf(ref('security-group')) }),
      ),
    },
    errors: [malformed, 'ResourceNotFound'],
  }),
  'vpc:DescribeSecurityGroupExpandedPolicies': action({
    kind: 'get',
    source: 'today',
    params: {
      SecurityGroupId,
      Filters: filters(
        {
          'security-group-id': text(),
          ip: text(),
          'address-module': text(),
          'service-module': text(),
          'protocol-type': text(),
          port: text(),
          poly: text(),
          direction: text(),
          description: text(),
        },
        { max: 10, maxValues: 5 },
      ),
    },
    results: { SecurityGroupPolicySet: struct({ Version: text(), Egress: listOf(listedPolicy), Ingress: listOf(listedPolicy) }) },
    errors: [malformed, 'ResourceNotFound'],
  }),
  // Asked for where the copy is to be; `RemoteRegion` is where the group is.
  'vpc:CloneSecurityGroup': action({
    kind: 'create',
    source: 'today',
    params: {
      SecurityGroupId,
      GroupName: text({ max: 60 }),
      GroupDescription: text({ max: 100 }),
      ProjectId: foreign('project', { default: '0' }),
      RemoteRegion: foreign('region'),
      IsCloneTags: flag({ default: false }),
    },
    results: { SecurityGroup: securityGroupShape },
    errors: [malformed, 'LimitExceeded', 'ResourceNotFound', 'UnsupportedOperation.RemoteRegionSgHasReferencedSg'],
    changes: ['security-group'],
    lookUp: {
      by: 'vpc:DescribeSecurityGroups',
      where: { 'security-group-name': 'GroupName' },
      expect: 'exists',
      compare: { SecurityGroupName: 'GroupName', SecurityGroupDesc: 'GroupDescription' },
    },
  }),
  'vpc:DescribeSecurityGroupLimits': action({
    kind: 'get',
    source: 'today',
    params: {},
    results: {
      SecurityGroupLimitSet: struct({
        SecurityGroupLimit: optional(limit),
        SecurityGroupPolicyLimit: optional(limit),
        ReferedSecurityGroupLimit: optional(limit),
        SecurityGroupInstanceLimit: optional(limit),
        InstanceSecurityGroupLimit: optional(limit),
        SecurityGroupExtendedPolicyLimit: optional(limit),
        SecurityGroupReferedCvmAndEniLimit: optional(limit),
        SecurityGroupReferedSvcLimit: optional(limit),
      }),
    },
    errors: [],
  }),
});

export const today = {} as const;

export const additions = {
  // Everything that the group is bound to: services that the documents' five numbers do not count are among it.
  'vpc:DescribeSecurityGroupAssociationStatistics': {
    results: {
      SecurityGroupAssociationStatisticsSet: listOf(
        struct({
          InstanceStatistics: optional(listOf(struct({ InstanceType: text(), InstanceCount: integer() }))),
          TotalCount: optional(integer()),
        }),
      ),
    },
  },
  // Without it the rules that stay keep the order that they had.
  'vpc:ModifySecurityGroupPolicies': { params: { SortPolicys: flag({ default: false }) } },
} as const;
