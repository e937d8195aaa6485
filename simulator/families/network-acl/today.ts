/** Network ACLs as today's API lists and writes them, where a binding read backwards does not do: rules of both directions at once, and IPv6. */
import type { todaysActions } from '../../../catalogue/families/network-acl/today.ts';
import type { ParamsOf } from '../../../catalogue/index.ts';
import type { Call, Handlers } from '../../call.ts';
import { CloudError } from '../../errors.ts';
import { idsOrFilters } from '../../rules/lists.ts';
import { rowNamed } from '../../rules/rows.ts';
import { subnetTable } from '../subnet/table.ts';
import { vpcTable } from '../vpc/table.ts';
import { handlers as fivePartRules, replaceFives } from './five-part-rules.ts';
import { createAcl, replaceRules } from './rules.ts';
import { type AclRule, type NetworkAclRow, networkAclTable } from './table.ts';

const missing = (what: string): CloudError => new CloudError('ResourceNotFound', `There is no ${what}.`);

function aclOf(call: Call, id: string): NetworkAclRow {
  const row = call.table(networkAclTable).get(id);
  if (!row) throw missing(id);
  return row;
}

type Entry = NonNullable<NonNullable<ParamsOf<'vpc:ModifyNetworkAclEntries'>['NetworkAclEntrySet']>['Ingress']>[number];

const told =
  ({ CreatedTime }: NetworkAclRow) =>
  (rule: AclRule, index: number) => ({
    Protocol: rule.ipProtocol.toUpperCase(),
    Port: rule.portRange,
    CidrBlock: rule.cidrIp,
    Ipv6CidrBlock: rule.Ipv6CidrBlock ?? '',
    Action: rule.action === 1 ? ('ACCEPT' as const) : ('DROP' as const),
    Description: rule.desc,
    ModifyTime: CreatedTime,
    Priority: index + 1,
  });

const taken = ({ Protocol, Port, CidrBlock, Ipv6CidrBlock, Action, Description }: Entry): AclRule => ({
  desc: Description ?? '',
  ipProtocol: (Protocol ?? 'ALL').toLowerCase(),
  cidrIp: CidrBlock ?? '',
  portRange: Port ?? 'ALL',
  action: Action === 'DROP' ? 0 : 1,
  ...(Ipv6CidrBlock === undefined ? {} : { Ipv6CidrBlock }),
});

function listed(call: Call, row: NetworkAclRow) {
  const subnets = call.table(subnetTable).where('NetworkAclId', row.NetworkAclId).rows();
  const isQuintuple = row.IsQuintuple === true;
  return {
    VpcId: row.VpcId,
    NetworkAclId: row.NetworkAclId,
    NetworkAclName: row.NetworkAclName,
    CreatedTime: row.CreatedTime,
    SubnetSet: subnets.map(({ SubnetId, SubnetName, CidrBlock }) => ({ SubnetId, SubnetName, CidrBlock })),
    IngressEntries: isQuintuple ? [] : row.Ingress.map(told(row)),
    EgressEntries: isQuintuple ? [] : row.Egress.map(told(row)),
    NetworkAclType: isQuintuple ? ('QUINTUPLE' as const) : ('TRIPLE' as const),
  };
}

/** The code of the limit is the same for both directions, and for ACLs of a VPC. @throws CloudError */
function limited<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof CloudError && error.code.endsWith('LimitExceeded')) throw new CloudError('LimitExceeded', error.message);
    throw error;
  }
}

export const handlers = {
  ...fivePartRules,
  'vpc:DescribeNetworkAcls': (params, call) => {
    const table = call.table(networkAclTable);
    const { total, rows } = idsOrFilters(table, params, {
      ids: params.NetworkAclIds,
      find: (id: string) => aclOf(call, id),
      reads: {
        'vpc-id': (row: NetworkAclRow) => row.VpcId,
        'network-acl-id': (row: NetworkAclRow) => row.NetworkAclId,
        'network-acl-name': (row: NetworkAclRow) => row.NetworkAclName,
      },
    });
    return { TotalCount: total, NetworkAclSet: rows.map((row) => listed(call, row)) };
  },

  'vpc:CreateNetworkAcl': (params, call) => {
    const vpc = rowNamed(call.partition, vpcTable, params.VpcId);
    if (!vpc) throw missing(params.VpcId);
    const made = limited(() => createAcl(call, vpc, params.NetworkAclName));
    const row = params.NetworkAclType === 'QUINTUPLE' ? call.table(networkAclTable).put({ ...made, IsQuintuple: true }) : made;
    return { NetworkAcl: listed(call, row) };
  },

  'vpc:ModifyNetworkAclEntries': ({ NetworkAclId, NetworkAclEntrySet = {}, NetworkAclQuintupleSet }, call) => {
    if (NetworkAclQuintupleSet) return replaceFives(call, NetworkAclId, NetworkAclQuintupleSet);
    if (aclOf(call, NetworkAclId).IsQuintuple)
      throw new CloudError('InvalidParameter.AclTypeMismatch', `${NetworkAclId} has rules of five parts.`);
    const { Ingress, Egress } = NetworkAclEntrySet;
    if (Ingress) limited(() => replaceRules(call, aclOf(call, NetworkAclId), true, Ingress.map(taken)));
    if (Egress) limited(() => replaceRules(call, aclOf(call, NetworkAclId), false, Egress.map(taken)));
  },
} satisfies Partial<Handlers<keyof typeof todaysActions>>;
