/** NAT gateways of the demo companies, each with its elastic IPs and a route to the Internet where one is told. */

import { instanceTable } from '../../instances/table.ts';
import { addEip } from '../../rules/eips.ts';
import type { Company, CompanyRegion } from '../../seed/company.ts';
import type { Seed } from '../../seed/seed.ts';
import { eipTable } from '../eip/table.ts';
import { putRoute } from '../route-table/rules.ts';
import { routeTableTable } from '../route-table/table.ts';
import { subnetTable } from '../subnet/table.ts';
import { mainRouteTable } from '../vpc/rules.ts';
import { putDnat, putSnat } from './nat-rules.ts';
import { addNat } from './rules.ts';
import { type NatRow, natTable } from './table.ts';

interface NatPlan {
  readonly vpc: string;
  readonly name: string;
  readonly since: string;
  readonly maxConcurrent: number;
  readonly bandwidth: number;
  readonly eips: number;
  readonly stopped?: boolean;
}

function add(region: CompanyRegion, plan: NatPlan): NatRow {
  const ctx = region.at(plan.since);
  const nat = addNat(ctx, region.vpc(plan.vpc), plan, { State: plan.stopped ? 2 : 0, ProductionStatus: 1 });
  for (let number = 1; number <= plan.eips; number += 1) {
    addEip(ctx, { AddressName: `${plan.name}-${number}`, AddressStatus: 'BIND', ResourceId: nat.NatId });
  }
  return nat;
}

const guangzhou: readonly NatPlan[] = [
  { vpc: 'production', name: 'prod_out', since: '2019-10-09T10:00:00', maxConcurrent: 3_000_000, bandwidth: 500, eips: 2 },
  { vpc: 'dmz', name: 'dmz_out', since: '2020-08-21T10:00:00', maxConcurrent: 1_000_000, bandwidth: 100, eips: 1 },
  { vpc: 'staging', name: '测试出口', since: '2021-07-01T11:00:00', maxConcurrent: 1_000_000, bandwidth: 10, eips: 1, stopped: true },
];
const shanghai: readonly NatPlan[] = [
  { vpc: 'data-platform 数据平台', name: 'data_out', since: '2021-09-09T10:00:00', maxConcurrent: 10_000_000, bandwidth: 1000, eips: 2 },
];
const logistics: readonly NatPlan[] = [
  { vpc: 'tms-production', name: 'tms_out', since: '2019-12-06T10:00:00', maxConcurrent: 1_000_000, bandwidth: 100, eips: 1 },
];

/** Of the company that speaks today's API; the first leads its VPC's subnets to the Internet. */
function seedModern(company: Company): void {
  const guangzhou = company.region('ap-guangzhou');
  const core = { vpc: 'game-core 游戏核心', name: 'core_out', since: '2024-03-07T10:00:00', maxConcurrent: 3_000_000, bandwidth: 500 };
  const coreOut = add(guangzhou, { ...core, eips: 2 });
  const opsOut = add(guangzhou, {
    vpc: 'ops 运维',
    name: 'ops_out',
    since: '2024-03-07T11:00:00',
    maxConcurrent: 1_000_000,
    bandwidth: 50,
    eips: 1,
  });
  const { SubnetId, Zone } = guangzhou.subnet('ops 运维', 'bastion');
  guangzhou.partition.table(natTable).put({ ...opsOut, NatProductVersion: 2, SubnetId, Zone });
  const sea = { vpc: 'game-sea 东南亚', name: 'sea_out', since: '2025-09-11T09:00:00', maxConcurrent: 1_000_000, bandwidth: 200 };
  add(company.region('ap-singapore'), { ...sea, eips: 1 });
  const { partition } = guangzhou;
  const { VpcId } = guangzhou.vpc(core.vpc);
  const route = { destination: '0.0.0.0/0', type: 'NAT', gatewayId: coreOut.NatId, description: '出公网' } as const;
  putRoute({ world: partition.world, partition }, mainRouteTable(guangzhou, VpcId), route);
  addRules(guangzhou, coreOut);
}

/** Players reach the lobby by two ports; the battle servers leave by one address that partners let in. */
function addRules(region: CompanyRegion, nat: NatRow): void {
  const { partition } = region;
  const [lobby, partners] = partition
    .table(eipTable)
    .where('ResourceId', nat.NatId)
    .rows()
    .map(({ AddressIp }) => AddressIp);
  const inVpc = partition.table(subnetTable).where('VpcId', nat.VpcId).rows();
  const [gateway, battle] = ['gateway-c', 'battle-c'].map((name) => inVpc.find(({ SubnetName }) => SubnetName === name));
  const machine = gateway && partition.table(instanceTable).where('SubnetId', gateway.SubnetId).rows()[0];
  if (!lobby || !partners || !battle || !machine) throw new Error('the demo world has no gateway and battle subnets with machines');
  const at = region.at('2024-04-01T10:00:00');
  const to = { PublicIpAddress: lobby, PrivateIpAddress: machine.PrivateIpAddress };
  putDnat(at, nat, { ...to, IpProtocol: 'TCP', PublicPort: 443, PrivatePort: 8443, Description: '大厅 lobby' });
  putDnat(at, nat, { ...to, IpProtocol: 'UDP', PublicPort: 3478, PrivatePort: 3478, Description: 'stun' });
  putSnat(at, nat, {
    ResourceType: 'SUBNET',
    ResourceId: battle.SubnetId,
    PrivateIpAddress: battle.CidrBlock,
    PublicIpAddresses: [partners],
    Description: '合作方白名单',
  });
}

function seedNatGateways(company: Company): void {
  const retail = company.name === 'retail';
  for (const plan of retail ? guangzhou : logistics) add(company.region('ap-guangzhou'), plan);
  for (const plan of retail ? shanghai : []) add(company.region('ap-shanghai'), plan);
}

/** The way out of production's application tier. Runs after every other route: the numbers of those stay what they were. */
function seedNatRoutes(company: Company): void {
  if (company.name !== 'retail') return;
  const region = company.region('ap-guangzhou');
  const { partition } = region;
  const nat = partition.table(natTable).first('VpcId', region.vpc('production').VpcId);
  const table = partition.table(routeTableTable).first('RouteTableName', 'app 应用层');
  if (!nat || !table) throw new Error('the demo world has no prod_out or no table of the application tier');
  putRoute({ world: partition.world, partition }, table, { destination: '0.0.0.0/0', type: 'NAT', gatewayId: nat.NatId });
}

export const seed: Seed = {
  after: ['route-table', 'eip', 'vpn-connection', 'peering'],
  sequence: 20_261_129,
  add: seedNatGateways,
  finish: seedNatRoutes,
  modern: seedModern,
};
