/** What holds for network ACLs (10382-11000). */

import { quotaOf, spend } from '../../accounts/quota.ts';
import type { Call, CallContext } from '../../call.ts';
import { CloudError } from '../../errors.ts';
import { rowIn } from '../../rules/rows.ts';
import { cloudTime } from '../../world/clock.ts';
import { subnetIn } from '../subnet/rules.ts';
import { type SubnetRow, subnetTable } from '../subnet/table.ts';
import type { VpcRow } from '../vpc/table.ts';
import { type AclRule, type NetworkAclRow, networkAclTable } from './table.ts';

/** A new ACL lets everything through, as the samples' do (10651-10666). */
const everything: AclRule = { desc: '', ipProtocol: 'all', cidrIp: '0.0.0.0/0', portRange: 'ALL', action: 1 };

/** The ACL of this VPC, where one is named. Two spellings of the refusal are documented (10477, 10616). @throws CloudError. */
export const aclOf = (call: Call, vpc: VpcRow | undefined, id: string, notFound = 'InvalidNetworkAclID.NotFound'): NetworkAclRow =>
  rowIn(call, vpc, networkAclTable, 'network ACL', id, notFound);

const subnetsOf = (call: Call, acl: NetworkAclRow): SubnetRow[] => call.table(subnetTable).where('NetworkAclId', acl.NetworkAclId).rows();

/** @throws CloudError over the VPC's quota (10420). */
export function createAcl(call: Call, vpc: VpcRow, name: string): NetworkAclRow {
  spend(call, 'network-acls-per-vpc', call.table(networkAclTable).where('VpcId', vpc.VpcId).size, 'NetworkAcLimitExceeded');
  return addAcl(call, vpc, name);
}

/** The same without regard to quotas: for seeds. */
export function addAcl(ctx: CallContext, vpc: VpcRow, name: string): NetworkAclRow {
  return ctx.partition.table(networkAclTable).put({
    NetworkAclId: ctx.partition.newId(networkAclTable, 'acl'),
    NetworkAclName: name,
    VpcId: vpc.VpcId,
    Ingress: [everything],
    Egress: [everything],
    CreatedTime: cloudTime(ctx.now),
  });
}

/** @throws CloudError while a subnet is bound to it (10455). */
export function deleteAcl(call: Call, acl: NetworkAclRow): void {
  const [bound] = subnetsOf(call, acl);
  if (bound) throw new CloudError('NetworkAclID.InUse', `The subnet ${bound.SubnetId} is bound to ${acl.NetworkAclId}.`);
  call.table(networkAclTable).delete(acl.NetworkAclId);
}

/** Replaces the rules of one direction. @throws CloudError when they are too many (10777-10778). */
export function replaceRules(call: Call, acl: NetworkAclRow, ingress: boolean, rules: readonly AclRule[]): void {
  const limit = quotaOf(call, ingress ? 'ingress-rules-per-acl' : 'egress-rules-per-acl');
  if (rules.length > limit) {
    const code = ingress ? 'NetworkAclInLimitExceeded' : 'NetworkAclOutLimitExceeded';
    throw new CloudError(code, `A network ACL has at most ${limit} rules in this direction, not ${rules.length}.`);
  }
  call.table(networkAclTable).put({ ...acl, ...(ingress ? { Ingress: rules } : { Egress: rules }) });
}

const subnetsIn = (call: Call, acl: NetworkAclRow, ids: readonly string[]): SubnetRow[] => ids.map((id) => subnetIn(call, acl, id));

/** Binds the subnets; one that had another ACL follows this one instead. */
export function bind(call: Call, acl: NetworkAclRow, ids: readonly string[]): void {
  const subnets = call.table(subnetTable);
  for (const subnet of subnetsIn(call, acl, ids)) subnets.put({ ...subnet, NetworkAclId: acl.NetworkAclId });
}

/** @throws CloudError for a subnet that is not bound to it. */
export function release(call: Call, acl: NetworkAclRow, ids: readonly string[]): void {
  const subnets = call.table(subnetTable);
  for (const subnet of subnetsIn(call, acl, ids)) {
    if (subnet.NetworkAclId !== acl.NetworkAclId) {
      throw new CloudError('InvalidSubnet.NotFound', `The subnet ${subnet.SubnetId} is not bound to ${acl.NetworkAclId}.`);
    }
    subnets.put({ ...subnet, NetworkAclId: '' });
  }
}
