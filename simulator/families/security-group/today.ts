/** Security groups over API 3.0 of today: who names a group, its rules written out, a copy made by the cloud, limits. */
import { type SecurityGroup, securityGroupShape } from '../../../catalogue/families/security-group/index.ts';
import type { todaysActions } from '../../../catalogue/families/security-group/today.ts';
import { quotaOf } from '../../accounts/quota.ts';
import type { Call, Handlers } from '../../call.ts';
import { CloudError } from '../../errors.ts';
import { fieldsOf } from '../../rules/answers.ts';
import { leavesOf } from '../../rules/templates.ts';
import { tellsToday } from '../../rules/today.ts';
import { tagTable } from '../tag/table.ts';
import { listedPolicies } from './policies.ts';
import { createSecurityGroup, securityGroupOf, statisticsOf } from './rules.ts';
import { type PolicyRow, type SecurityGroupRow, securityGroupTable } from './table.ts';

const answer = (row: SecurityGroupRow): SecurityGroup => fieldsOf(securityGroupShape, row);

/** The documents' five numbers, and what today tells of the group's uses beside them. */
export function usesOf(call: Call, id: string) {
  const uses = statisticsOf(call, id);
  return tellsToday(call) ? { ...uses, ...byKind(uses) } : uses;
}

function byKind({ SecurityGroupId: _, ...counts }: ReturnType<typeof statisticsOf>) {
  const kinds = Object.entries(counts).filter(([kind, count]) => kind !== 'SG' && count > 0);
  return {
    InstanceStatistics: kinds.map(([InstanceType, InstanceCount]) => ({ InstanceType, InstanceCount })),
    TotalCount: kinds.reduce((sum, [, count]) => sum + count, 0),
  };
}

/** Rules without templates: one for each address and each service that they stand for. */
function writtenOut(call: Call, policies: readonly PolicyRow[]): PolicyRow[] {
  return policies.flatMap(({ AddressTemplate, ServiceTemplate, ...rest }) => {
    const ends = AddressTemplate === undefined ? [{}] : leavesOf(call, AddressTemplate).map(endOf);
    const services = ServiceTemplate === undefined ? [{}] : leavesOf(call, ServiceTemplate).map(packetsOf);
    return ends.flatMap((end) => services.map((packets): PolicyRow => ({ ...rest, ...packets, ...end })));
  });
}

const endOf = (member: string): Partial<PolicyRow> => (member.includes(':') ? { Ipv6CidrBlock: member } : { CidrBlock: member });

/** "tcp:80", "icmp", "udp:all" of a service template. */
function packetsOf(member: string): Partial<PolicyRow> {
  const [protocol = '', port] = member.split(':');
  const Protocol = protocol.toUpperCase() as NonNullable<PolicyRow['Protocol']>;
  return port === undefined || !/^(TCP|UDP)$/.test(Protocol) ? { Protocol } : { Protocol, Port: /^all$/i.test(port) ? 'ALL' : port };
}

/** The caller's group where it is. @throws CloudError when there is none. */
function sourceOf(call: Call, id: string, region: string): SecurityGroupRow {
  const row = call.world.partition(call.account.uin, region).table(securityGroupTable).get(id);
  if (!row) throw new CloudError('ResourceNotFound', `There is no security group ${id} in ${region}.`);
  return row;
}

const namesGroups = ({ SecurityGroupId: own, Ingress, Egress }: SecurityGroupRow): boolean =>
  [...Ingress, ...Egress].some(({ SecurityGroupId }) => SecurityGroupId !== undefined && SecurityGroupId !== own);

export const handlers = {
  'vpc:DescribeSecurityGroupReferences': ({ SecurityGroupIds }, call) => ({
    ReferredSecurityGroupSet: SecurityGroupIds.map((id) => {
      const { SecurityGroupId } = securityGroupOf(call, id);
      const by = call.table(securityGroupTable).where('References', SecurityGroupId).rows();
      return { SecurityGroupId, ReferredSecurityGroupIds: by.map((row) => row.SecurityGroupId) };
    }),
  }),

  'vpc:DescribeSecurityGroupExpandedPolicies': ({ SecurityGroupId }, call) => {
    const row = securityGroupOf(call, SecurityGroupId);
    const listed = (policies: readonly PolicyRow[]) => listedPolicies(call, writtenOut(call, policies));
    return { SecurityGroupPolicySet: { Version: String(row.Version), Egress: listed(row.Egress), Ingress: listed(row.Ingress) } };
  },

  'vpc:CloneSecurityGroup': (params, call) => {
    const { RemoteRegion: from = call.region, IsCloneTags } = params;
    const source = sourceOf(call, params.SecurityGroupId, from);
    if (from !== call.region && namesGroups(source)) {
      throw new CloudError('UnsupportedOperation.RemoteRegionSgHasReferencedSg', `Rules of ${source.SecurityGroupId} name other groups.`);
    }
    const made = createSecurityGroup(call, {
      name: params.GroupName ?? source.SecurityGroupName,
      description: params.GroupDescription ?? source.SecurityGroupDesc,
      projectId: params.ProjectId ?? '0',
    });
    // A rule that names its own group names the copy in the copy.
    const ownRules = (policies: readonly PolicyRow[]): PolicyRow[] =>
      policies.map((policy) =>
        policy.SecurityGroupId === source.SecurityGroupId ? { ...policy, SecurityGroupId: made.SecurityGroupId } : policy,
      );
    const copy = { ...made, Version: made.Version + 1, Ingress: ownRules(source.Ingress), Egress: ownRules(source.Egress) };
    const tags = IsCloneTags ? call.world.partition(call.account.uin, from).table(tagTable).get(source.SecurityGroupId) : undefined;
    if (tags) call.table(tagTable).put({ ...tags, ResourceId: made.SecurityGroupId });
    return { SecurityGroup: answer(call.table(securityGroupTable).put(copy)) };
  },

  'vpc:DescribeSecurityGroupLimits': (_, call) => ({
    SecurityGroupLimitSet: {
      SecurityGroupLimit: quotaOf(call, 'security-groups-per-project'),
      SecurityGroupPolicyLimit: quotaOf(call, 'policies-per-direction'),
      SecurityGroupExtendedPolicyLimit: quotaOf(call, 'expanded-policies-per-group'),
      ReferedSecurityGroupLimit: 10,
      SecurityGroupInstanceLimit: 2000,
      InstanceSecurityGroupLimit: 5,
      SecurityGroupReferedCvmAndEniLimit: 1000,
      SecurityGroupReferedSvcLimit: 1000,
    },
  }),
} satisfies Handlers<keyof typeof todaysActions>;
