/** Network ACLs over the 2017 API, the only one that has them (10382-11000). */
import type { actions } from '../../../catalogue/families/network-acl/index.ts';
import type { Call, Handlers } from '../../call.ts';
import { listPage, orderedPage } from '../../rules/lists.ts';
import { subnetTable } from '../subnet/table.ts';
import { vpcAsked, vpcIn } from '../vpc/rules.ts';
import { vpcTable } from '../vpc/table.ts';
import { aclOf, bind, createAcl, deleteAcl, release, replaceRules } from './rules.ts';
import { type AclRule, type NetworkAclRow, networkAclTable } from './table.ts';

/** What both lists tell of an ACL. */
function listed(call: Call, row: NetworkAclRow) {
  const vpc = call.table(vpcTable).get(row.VpcId);
  if (!vpc) throw new Error(`the network ACL ${row.NetworkAclId} is in no VPC`);
  return {
    vpcId: vpc.OldId,
    unVpcId: vpc.VpcId,
    vpcName: vpc.VpcName,
    vpcCidrBlock: vpc.CidrBlock,
    networkAclId: row.NetworkAclId,
    networkAclName: row.NetworkAclName,
    subnetNum: call.table(subnetTable).where('NetworkAclId', row.NetworkAclId).size,
    createTime: row.CreatedTime,
  };
}

/** The older list calls the remark a name, and writes the action as text (10950-10956). */
const olderRule = ({ desc, ipProtocol, cidrIp, portRange, action }: AclRule) => ({
  name: desc,
  ipProtocol,
  cidrIp,
  portRange,
  action: String(action),
});

export const handlers = {
  'vpc2017:CreateNetworkAcl': (params, call) => ({
    data: { networkAclId: createAcl(call, vpcIn(call, params.vpcId), params.networkAclName).NetworkAclId },
  }),

  'vpc2017:DescribeNetworkAcl': (params, call) => {
    const vpc = vpcAsked(call, params.vpcId);
    // This action spells its refusal in its own way (10616).
    const only = params.networkAclId === undefined ? undefined : aclOf(call, vpc, params.networkAclId, 'InvalidNetworkAclId.NotFound');
    const under = { VpcId: vpc && [vpc.VpcId] };
    const { total, rows } = orderedPage(call.table(networkAclTable), {
      ...params,
      order: ['networkAclName', 'NetworkAclName'],
      only,
      under,
    });
    const data = rows.map((row) => ({
      ...listed(call, row),
      networkAclEntrySet: { ingress: [...row.Ingress], egress: [...row.Egress] },
    }));
    return { totalCount: total, data };
  },

  'vpc2017:DescribeAcl': (params, call) => {
    const table = call.table(networkAclTable);
    const { name, offset: page = 0, limit = 20 } = params;
    const source = params.vpcId === undefined ? table.all() : table.where('VpcId', vpcIn(call, params.vpcId).VpcId);
    const { total, rows } = listPage(
      table.byTime(source),
      // Here the offset counts pages, the first being 0 (10931).
      { offset: page * limit, limit, newestFirst: true },
      name === undefined ? undefined : (row) => row.NetworkAclName.includes(name),
    );
    const aclSet = rows.map((row) => ({ ...listed(call, row), acl: [...row.Ingress, ...row.Egress].map(olderRule) }));
    return { data: { totalCount: total, aclSet } };
  },

  'vpc2017:ModifyNetworkAcl': (params, call) => {
    const acl = aclOf(call, vpcIn(call, params.vpcId), params.networkAclId);
    call.table(networkAclTable).put({ ...acl, NetworkAclName: params.networkAclName });
  },

  'vpc2017:DeleteNetworkAcl': (params, call) => deleteAcl(call, aclOf(call, vpcIn(call, params.vpcId), params.networkAclId)),

  'vpc2017:ModifyNetworkAclEntry': (params, call) => {
    const acl = aclOf(call, vpcIn(call, params.vpcId), params.networkAclId);
    // An empty remark is left out on the way here.
    const rules = params.networkAclEntrySet.map((rule) => ({ ...rule, desc: rule.desc ?? '' }));
    replaceRules(call, acl, params.ruleDirection === 1, rules);
  },

  'vpc2017:CreateSubnetAclRule': (params, call) =>
    bind(call, aclOf(call, vpcIn(call, params.vpcId), params.networkAclId), params.subnetIds),

  'vpc2017:DeteleSubnetAclRule': (params, call) =>
    release(call, aclOf(call, vpcIn(call, params.vpcId), params.networkAclId), params.subnetIds),
} satisfies Handlers<keyof typeof actions>;
