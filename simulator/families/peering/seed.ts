/** Peerings of the demo companies: within one, between regions, and with each other. */
import { allAccounts } from '../../accounts/accounts.ts';
import { type Company, CompanyRegion } from '../../seed/company.ts';
import type { Seed } from '../../seed/seed.ts';
import { putRoute } from '../route-table/rules.ts';
import { routesTable, routeTableTable } from '../route-table/table.ts';
import { vpcTable } from '../vpc/table.ts';
import { addPeering, sideOf } from './rules.ts';
import { type PeeringRow, type PeeringSide, peeringTable } from './table.ts';

type End = readonly [region: CompanyRegion, vpc: string];

/** A peering asked for in the first end's account; what the plan gives besides a name overrides what became of it. */
function join([from, vpc]: End, [to, peerVpc]: End, since: string, plan: { name: string } & Partial<PeeringRow>): void {
  const { name, ...as } = plan;
  const row = addPeering(from.at(since), name, sideOf(from.partition, from.vpc(vpc)), sideOf(to.partition, to.vpc(peerVpc)), as.Bandwidth);
  from.partition.table(peeringTable).put({ ...row, ...as });
}

/** The other company, which every demo world has. */
function partnerOf(company: Company, vpcName: string): (region: 'ap-guangzhou' | 'ap-shanghai') => CompanyRegion {
  const { world } = company.region('ap-guangzhou').partition;
  const partner = allAccounts(world).find(
    ({ uin }) => uin !== company.uin && world.partition(uin, 'ap-guangzhou').table(vpcTable).first('VpcName', vpcName),
  );
  if (!partner) throw new Error(`the demo world has no partner with a VPC ${vpcName}`);
  return (region) => new CompanyRegion(world.partition(partner.uin, region), region);
}

const day = 24 * 3600 * 1000;

function seedRetail(company: Company): void {
  const guangzhou = company.region('ap-guangzhou');
  const shanghai = company.region('ap-shanghai');
  const partner = partnerOf(company, 'tms-production');
  join([guangzhou, 'production'], [guangzhou, 'dmz'], '2019-10-10T10:00:00', { name: 'prod-dmz' });
  join([guangzhou, 'production'], [guangzhou, 'payment 支付隔离区'], '2020-04-21T21:10:00', { name: '生产-支付' });
  join([guangzhou, 'production'], [shanghai, 'production-sh 华东生产'], '2020-11-18T09:30:00', { name: 'gz-sh 双活', Bandwidth: 500 });
  join([shanghai, 'production-sh 华东生产'], [shanghai, 'data-platform 数据平台'], '2021-09-08T15:00:00', { name: 'prod-data' });
  join([guangzhou, 'production'], [company.region('ap-beijing'), 'dr 灾备'], '2022-02-01T09:00:00', { name: 'gz-bj-dr', Bandwidth: 100 });
  join([guangzhou, 'production'], [partner('ap-guangzhou'), 'tms-production'], '2020-06-01T10:00:00', { name: '云通 TMS', State: 1 });
  join([guangzhou, 'dmz'], [partner('ap-guangzhou'), '仓储 WMS'], '2025-02-10T10:00:00', { name: '云通 WMS 试点' });
  join([guangzhou, 'payment 支付隔离区'], [partner('ap-guangzhou'), 'tms-production'], '2021-05-20T16:00:00', {
    name: '代收货款',
    State: 3,
  });
}

function seedLogistics(company: Company): void {
  const guangzhou = company.region('ap-guangzhou');
  const shanghai = company.region('ap-shanghai');
  const partner = partnerOf(company, 'production');
  join([guangzhou, 'tms-production'], [guangzhou, '仓储 WMS'], '2021-03-19T09:00:00', { name: 'tms-wms' });
  // Two days old in every demo world, so that there is always a request to answer.
  const AskedAt = shanghai.partition.world.clock.now() - 2 * day;
  join([shanghai, 'port-gateway 港口对接'], [partner('ap-shanghai'), 'production-sh 华东生产'], '2026-11-19T10:00:00', {
    name: '港口报关',
    AskedAt,
  });
}

/** Of the company that speaks today's API: within a region, between two, and one whose routes nobody has written. */
function seedModern(company: Company): void {
  const guangzhou = company.region('ap-guangzhou');
  const core = [guangzhou, 'game-core 游戏核心'] as const;
  const shanghai = company.region('ap-shanghai');
  join([...core], [guangzhou, 'ops 运维'], '2024-03-08T14:00:00', { name: 'core-ops' });
  join([...core], [guangzhou, 'edge'], '2025-01-15T11:00:00', { name: 'core-edge' });
  join([...core], [shanghai, 'game-east 华东大区'], '2024-07-02T10:00:00', { name: '双大区', Bandwidth: 200, QosLevel: 'PT' });
  join([shanghai, 'game-east 华东大区'], [shanghai, 'analytics 数据'], '2025-04-23T10:00:00', { name: 'east-analytics' });
  join([...core], [company.region('ap-singapore'), 'game-sea 东南亚'], '2025-09-12T16:00:00', {
    name: 'cn-sea',
    Bandwidth: 100,
    ChargeType: 'POSTPAID_BY_MONTH_95',
  });
  seedPeeringRoutes(company);
}

/** Runs once for each company, when both have their networks. */
const seedPeerings = (company: Company): void => (company.name === 'retail' ? seedRetail(company) : seedLogistics(company));

/**
 * What has routes in every table of its VPCs. A table that sends the peer's block elsewhere keeps doing so: "batch" of the
 * data platform and "dispatch" of the TMS still go by machines, so that one side of `prod-data` and of `tms-wms` lacks a
 * route. Nobody has given `prod-dmz` any.
 */
const routed: readonly string[] = [
  '生产-支付',
  'gz-sh 双活',
  'prod-data',
  'gz-bj-dr',
  '云通 TMS',
  'tms-wms',
  'core-ops',
  'core-edge',
  '双大区',
];

function leadThrough(company: Company, { PeeringConnectionId }: PeeringRow, near: PeeringSide, far: PeeringSide): void {
  const { world } = company.region('ap-guangzhou').partition;
  const partition = world.partition(near.Uin, near.Region);
  for (const table of partition.table(routeTableTable).where('VpcId', near.VpcId).rows()) {
    const present = partition.table(routesTable).where('RouteTableId', table.RouteTableId).rows();
    if (present.some(({ DestinationCidrBlock }) => DestinationCidrBlock === far.CidrBlock)) continue;
    putRoute({ world, partition }, table, { destination: far.CidrBlock, type: 'PEERCONNECTION', gatewayId: PeeringConnectionId });
  }
}

/** Runs once for each company, after every other route: the numbers of those stay what they were. */
function seedPeeringRoutes(company: Company): void {
  const peerings = company.region('ap-guangzhou').partition.table(peeringTable).all().rows();
  for (const row of peerings) {
    if (row.From.Uin !== company.uin || !routed.includes(row.PeeringConnectionName)) continue;
    leadThrough(company, row, row.From, row.To);
    leadThrough(company, row, row.To, row.From);
  }
}

export const seed: Seed = {
  sequence: 20_261_130,
  add: seedPeerings,
  finish: seedPeeringRoutes,
  modern: seedModern,
};
