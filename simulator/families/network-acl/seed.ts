/** Network ACLs of the demo companies, and the subnets that they guard. */

import type { Company, CompanyRegion } from '../../seed/company.ts';
import type { Seed } from '../../seed/seed.ts';
import { subnetTable } from '../subnet/table.ts';
import { newFives } from './five-part-rules.ts';
import { addAcl } from './rules.ts';
import { type AclRule, networkAclTable } from './table.ts';

interface AclPlan {
  readonly vpc: string;
  readonly name: string;
  readonly since: string;
  readonly subnets: readonly string[];
  readonly ingress?: readonly AclRule[];
}

const rule = (action: 0 | 1, ipProtocol: string, cidrIp: string, portRange: string, desc: string): AclRule => ({
  desc,
  ipProtocol,
  cidrIp,
  portRange,
  action,
});
const denyRest = rule(0, 'all', '0.0.0.0/0', 'ALL', '其余拒绝');

const retail: readonly AclPlan[] = [
  {
    vpc: 'payment 支付隔离区',
    name: '支付区',
    since: '2020-04-22T09:00:00',
    subnets: ['pay-api-a'],
    ingress: [rule(1, 'tcp', '10.0.0.0/16', '443', '生产调用'), rule(1, 'tcp', '0.0.0.0/0', '1024-65535', '回程'), denyRest],
  },
  {
    vpc: 'production',
    name: 'mysql',
    since: '2019-10-11T09:00:00',
    subnets: ['mysql-a', 'mysql-b'],
    ingress: [rule(1, 'tcp', '10.0.0.0/16', '3306', ''), rule(1, 'icmp', '10.0.0.0/8', 'ALL', 'ping'), denyRest],
  },
  { vpc: 'dmz', name: 'edge (unused)', since: '2020-08-20T18:00:00', subnets: [] },
];
const logistics: readonly AclPlan[] = [{ vpc: '仓储 WMS', name: '手持终端', since: '2022-10-10T11:00:00', subnets: ['scanner 手持终端'] }];

/** Of the company that speaks today's API. */
const modern: readonly AclPlan[] = [
  {
    vpc: 'game-core 游戏核心',
    name: 'redis',
    since: '2024-03-08T09:00:00',
    subnets: ['redis-c', 'redis-d', 'redis-f'],
    ingress: [
      rule(1, 'tcp', '10.40.0.0/16', '6379', '核心网内'),
      rule(1, 'tcp', '10.44.0.0/16', '6379', '华东复制'),
      rule(1, 'icmp', '10.0.0.0/8', 'ALL', 'ping'),
      denyRest,
    ],
  },
  { vpc: 'edge', name: 'edge (unused)', since: '2025-01-15T09:00:00', subnets: [] },
];

function add(region: CompanyRegion, plan: AclPlan): void {
  const acl = addAcl(region.at(plan.since), region.vpc(plan.vpc), plan.name);
  if (plan.ingress) region.partition.table(networkAclTable).put({ ...acl, Ingress: plan.ingress });
  for (const name of plan.subnets) {
    region.partition.table(subnetTable).patch(region.subnet(plan.vpc, name).SubnetId, { NetworkAclId: acl.NetworkAclId });
  }
}

function seedNetworkAcls(company: Company): void {
  for (const plan of company.name === 'retail' ? retail : logistics) add(company.region('ap-guangzhou'), plan);
}

/** Rules of both ends and both ports: the way there, and the answers of a stateless list. */
function addFives(region: CompanyRegion): void {
  const at = region.at('2025-06-02T09:00:00');
  const vpc = region.vpc('edge');
  const inside = vpc.CidrBlock;
  const acl = addAcl(at, vpc, 'edge-5');
  const web = { Protocol: 'TCP', Action: 'ACCEPT' } as const;
  const Fives = newFives(at, {
    Ingress: [
      { ...web, SourceCidr: '0.0.0.0/0', DestinationCidr: inside, DestinationPort: '443', Description: '公网入口' },
      { ...web, SourceIPv6Cidr: '::/0', DestinationIPv6Cidr: '2402:4e00:1042::/56', DestinationPort: '443', Description: 'IPv6' },
    ],
    Egress: [
      { ...web, SourceCidr: inside, SourcePort: '443', DestinationCidr: '0.0.0.0/0', DestinationPort: '1024-65535', Description: '回程' },
      { ...web, SourceIPv6Cidr: '2402:4e00:1042::/56', SourcePort: '443', DestinationIPv6Cidr: '::/0', Description: 'IPv6' },
    ],
  });
  region.partition.table(networkAclTable).put({ ...acl, IsQuintuple: true, Fives });
  region.partition.table(subnetTable).patch(region.subnet('edge', 'lb-b').SubnetId, { NetworkAclId: acl.NetworkAclId });
}

function seedModern(company: Company): void {
  for (const plan of modern) add(company.region('ap-guangzhou'), plan);
  addFives(company.region('ap-guangzhou'));
}

export const seed: Seed = {
  sequence: 20_261_126,
  add: seedNetworkAcls,
  modern: seedModern,
};
