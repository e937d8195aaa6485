/** Security groups over API 3.0 (5260-6085). The 2017 API of the documents has none. */
import { type actions, type SecurityGroup, securityGroupShape } from '../../../catalogue/families/security-group/index.ts';
import type { Handlers } from '../../call.ts';
import { fieldsOf } from '../../rules/answers.ts';
import type { FilterReaders } from '../../rules/filters.ts';
import { idsOrFilters } from '../../rules/lists.ts';
import { listedPolicies, type PolicyCodes } from './policies.ts';
import {
  checkVersion,
  createSecurityGroup,
  deletePolicies,
  deleteSecurityGroup,
  insertPolicies,
  replacePolicy,
  resetPolicies,
  securityGroupOf,
} from './rules.ts';
import { type SecurityGroupRow, securityGroupTable } from './table.ts';
import { usesOf } from './today.ts';

const general = 'InvalidParameterValue';
const malformed = 'InvalidParameterValue.Malformed';

const creating: PolicyCodes = { shape: 'InvalidParameter', value: general, malformed };
/** The action's table has no code for what is malformed. */
const replacing: PolicyCodes = { ...creating, malformed: general };
/** This one's has no other than that. */
const resetting: PolicyCodes = { shape: malformed, value: malformed, malformed };

const answer = (row: SecurityGroupRow): SecurityGroup => fieldsOf(securityGroupShape, row);

const reads: FilterReaders<SecurityGroupRow> = {
  'project-id': (row) => row.ProjectId,
};

const indexed = { 'security-group-name': 'SecurityGroupName' } as const;

export const handlers = {
  'vpc:CreateSecurityGroup': (params, call) => {
    const { GroupName: name, GroupDescription: description, ProjectId: projectId = '0' } = params;
    return { SecurityGroup: answer(createSecurityGroup(call, { name, description, projectId })) };
  },

  'vpc:DescribeSecurityGroups': (params, call) => {
    const by = { ids: params.SecurityGroupIds, find: (id: string) => securityGroupOf(call, id), reads, indexed };
    const { total, rows } = idsOrFilters(call.table(securityGroupTable), params, by);
    return { TotalCount: total, SecurityGroupSet: rows.map(answer) };
  },

  'vpc:ModifySecurityGroupAttribute': (params, call) => {
    const row = securityGroupOf(call, params.SecurityGroupId);
    call.table(securityGroupTable).put({
      ...row,
      SecurityGroupName: params.GroupName ?? row.SecurityGroupName,
      SecurityGroupDesc: params.GroupDescription ?? row.SecurityGroupDesc,
    });
  },

  'vpc:DeleteSecurityGroup': (params, call) =>
    deleteSecurityGroup(call, securityGroupOf(call, params.SecurityGroupId, 'InvalidSecurityGroupID.NotFound')),

  'vpc:DescribeSecurityGroupPolicies': (params, call) => {
    const row = securityGroupOf(call, params.SecurityGroupId);
    return {
      SecurityGroupPolicySet: {
        Version: String(row.Version),
        Egress: listedPolicies(call, row.Egress),
        Ingress: listedPolicies(call, row.Ingress),
      },
    };
  },

  'vpc:DescribeSecurityGroupAssociationStatistics': (params, call) => ({
    SecurityGroupAssociationStatisticsSet: [...new Set(params.SecurityGroupIds)].map((id) =>
      usesOf(call, securityGroupOf(call, id).SecurityGroupId),
    ),
  }),

  'vpc:CreateSecurityGroupPolicies': (params, call) => {
    const row = securityGroupOf(call, params.SecurityGroupId);
    checkVersion(row, params.SecurityGroupPolicySet.Version);
    insertPolicies(call, row, params.SecurityGroupPolicySet, creating);
  },

  'vpc:ReplaceSecurityGroupPolicy': (params, call) => {
    const row = securityGroupOf(call, params.SecurityGroupId);
    checkVersion(row, params.SecurityGroupPolicySet.Version);
    replacePolicy(call, row, params.SecurityGroupPolicySet, replacing);
  },

  'vpc:DeleteSecurityGroupPolicies': (params, call) => {
    const row = securityGroupOf(call, params.SecurityGroupId);
    checkVersion(row, params.SecurityGroupPolicySet.Version);
    deletePolicies(call, row, params.SecurityGroupPolicySet, replacing);
  },

  'vpc:ModifySecurityGroupPolicies': (params, call) =>
    resetPolicies(call, securityGroupOf(call, params.SecurityGroupId), params, resetting),
} satisfies Handlers<keyof typeof actions>;
