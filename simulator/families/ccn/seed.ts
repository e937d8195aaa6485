/** CCNs of the demo companies: one joins regions and has a conflict, one waits for the other company. */
import type { Region } from '../../../catalogue/regions.ts';
import { allAccounts } from '../../accounts/accounts.ts';
import type { Company } from '../../seed/company.ts';
import type { Seed } from '../../seed/seed.ts';
import { directConnectGatewayTable } from '../direct-connect-gateway/table.ts';
import { vpcTable } from '../vpc/table.ts';
import { addAttachment, addCcn, addTable } from './rules.ts';
import { ccnRoutesTable, limitTable, selectionTable } from './table.ts';

const day = 24 * 3600 * 1000;

/** Two VPCs of the same block, of which the second is off until somebody decides; a training cluster and an office. */
function seedRetail(company: Company): void {
  const [beijing, shanghai] = [company.region('ap-beijing'), company.region('ap-shanghai')];
  const { partition } = beijing;
  const backbone = addCcn(beijing.at('2024-03-05T10:00:00'), company.uin, {
    CcnName: 'office-backbone',
    CcnDescription: '办公与训练集群互通',
  });
  const drill = addTable(beijing.at('2025-09-01T09:10:00'), backbone, {
    RouteTableName: 'drill',
    RouteTableDescription: '演练',
    IsDefaultTable: false,
  });
  const attach = (region: typeof beijing, name: string, at: string, table?: string) =>
    addAttachment(region.at(at), backbone, {
      InstanceType: 'VPC',
      InstanceId: region.vpc(name).VpcId,
      InstanceRegion: region.region,
      InstanceUin: company.uin,
      RouteTableId: table,
    });
  const training = attach(beijing, 'ml-training', '2024-03-05T10:05:00');
  attach(beijing, 'office-北京', '2024-03-05T10:07:00');
  attach(shanghai, 'test-收购-yunshang', '2024-05-06T14:00:00');
  attach(company.region('ap-guangzhou'), 'staging', '2026-02-03T10:00:00', drill.CcnRouteTableId);
  // Nobody has drilled yet: whoever is routed by that table reaches nobody.
  const routes = partition.table(ccnRoutesTable);
  for (const row of routes.where('RouteTableId', drill.CcnRouteTableId).rows()) routes.put({ ...row, Enabled: false });
  for (const Region of ['ap-beijing', 'ap-shanghai']) {
    partition
      .table(limitTable)
      .put({ CcnId: backbone.CcnId, Region, DstRegion: '', BandwidthLimit: 100, CreatedTime: '2024-03-05 10:06:00' });
  }
  partition.table(selectionTable).put({
    CcnId: backbone.CcnId,
    InstanceType: 'VPC',
    InstanceId: training.InstanceId,
    SourceCidrBlock: '10.9.8.0/24',
    RouteTableId: drill.CcnRouteTableId,
    Description: '演练',
    CreatedTime: '2025-09-01 09:20:00',
  });
  addCcn(beijing.at('2025-09-01T09:00:00'), company.uin, {
    CcnName: '灾备演练',
    InstanceChargeType: 'PREPAID',
    BandwidthLimitType: 'INTER_REGION_LIMIT',
    QosLevel: 'PT',
  });
}

/** The other company asks to join, two days ago in every demo world, so that there is always a request to answer. */
function seedLogistics(company: Company): void {
  const shanghai = company.region('ap-shanghai');
  const { world } = shanghai.partition;
  const retail = allAccounts(world).find(
    ({ uin }) => uin !== company.uin && world.partition(uin, 'ap-guangzhou').table(vpcTable).first('VpcName', 'production'),
  );
  const ccn = addCcn(shanghai.at('2025-02-01T09:00:00'), company.uin, { CcnName: '云通骨干' });
  for (const vpc of ['port-gateway 港口对接']) {
    addAttachment(shanghai.at('2025-02-01T09:10:00'), ccn, {
      InstanceType: 'VPC',
      InstanceId: shanghai.vpc(vpc).VpcId,
      InstanceRegion: 'ap-shanghai',
      InstanceUin: company.uin,
    });
  }
  const sh = retail && world.partition(retail.uin, 'ap-shanghai');
  const asking = sh?.table(vpcTable).first('VpcName', 'data-platform 数据平台');
  if (!retail || !sh || !asking) return;
  const now = world.clock.now() - 2 * day;
  addAttachment({ world, partition: sh, region: 'ap-shanghai', now }, ccn, {
    InstanceType: 'VPC',
    InstanceId: asking.VpcId,
    InstanceRegion: 'ap-shanghai',
    InstanceUin: retail.uin,
  });
}

/** The company of today: VPCs of three regions with all their ranges, a data centre, a table of its own, and one conflict. */
function seedModern(company: Company): void {
  const guangzhou = company.region('ap-guangzhou');
  const { partition } = guangzhou;
  const net = addCcn(guangzhou.at('2025-10-20T10:30:00'), company.uin, {
    CcnName: '星网 star-net',
    CcnDescription: '边缘、运维与数据互通',
  });
  const analysis = addTable(guangzhou.at('2025-10-20T10:31:00'), net, {
    RouteTableName: 'analysis',
    RouteTableDescription: '数据专用',
    IsDefaultTable: false,
  });
  const attach = (InstanceType: 'VPC' | 'DIRECTCONNECT', InstanceId: string, region: Region, at: string, RouteTableId?: string) =>
    addAttachment(company.region(region).at(at), net, {
      ...{ InstanceType, InstanceId, InstanceRegion: region, InstanceUin: company.uin },
      RouteTableId,
    });
  const vpc = (region: Region, name: string, at: string, table?: string) =>
    attach('VPC', company.region(region).vpc(name).VpcId, region, at, table);
  const edge = vpc('ap-guangzhou', 'edge', '2025-10-20T10:35:00');
  vpc('ap-guangzhou', 'ops 运维', '2025-10-20T10:36:00');
  vpc('ap-singapore', 'game-sea 东南亚', '2025-10-21T09:00:00');
  // One of its ranges meets one of the edge's, and is off.
  vpc('ap-shanghai', 'analytics 数据', '2025-10-22T09:00:00', analysis.CcnRouteTableId);
  const gateway = partition
    .table(directConnectGatewayTable)
    .all()
    .rows()
    .find(({ VpcId }) => VpcId === '');
  if (gateway) attach('DIRECTCONNECT', gateway.DirectConnectGatewayId, 'ap-guangzhou', '2025-10-23T09:00:00');
  partition.table(selectionTable).put({
    ...{ CcnId: net.CcnId, InstanceType: 'VPC', InstanceId: edge.InstanceId, SourceCidrBlock: '10.42.0.64/26' },
    ...{ RouteTableId: analysis.CcnRouteTableId, Description: 'envoy-b 上报', CreatedTime: '2025-10-22 09:30:00' },
  });
  for (const [Region, BandwidthLimit] of [
    ['ap-guangzhou', 500],
    ['ap-singapore', 50],
  ] as const) {
    partition.table(limitTable).put({ CcnId: net.CcnId, Region, DstRegion: '', BandwidthLimit, CreatedTime: '2025-10-20 10:40:00' });
  }
}

export const seed: Seed = {
  after: ['direct-connect-gateway'],
  modern: seedModern,
  add: (company) => (company.name === 'retail' ? seedRetail(company) : seedLogistics(company)),
};
