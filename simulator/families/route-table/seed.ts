/** Route tables and routes of the demo companies. */

import { instanceTable } from '../../instances/table.ts';
import type { Company, CompanyRegion } from '../../seed/company.ts';
import type { Seed } from '../../seed/seed.ts';
import { subnetTable } from '../subnet/table.ts';
import { mainRouteTable } from '../vpc/rules.ts';
import { addRouteTable, putRoute } from './rules.ts';
import type { GatewayType, RouteTableRow } from './table.ts';

type RoutePlan = readonly [destination: string, type: GatewayType, gatewayId: string, description?: string, switched?: 'off'];

interface TablePlan {
  readonly vpc: string;
  readonly name: string;
  readonly since: string;
  readonly subnets: readonly string[];
  readonly routes: readonly RoutePlan[];
}

function addTable(region: CompanyRegion, plan: TablePlan): RouteTableRow {
  const ctx = region.at(plan.since);
  const row = addRouteTable(ctx, region.vpc(plan.vpc), plan.name);
  for (const name of plan.subnets) {
    region.partition.table(subnetTable).patch(region.subnet(plan.vpc, name).SubnetId, { RouteTableId: row.RouteTableId });
  }
  addRoutesTo(region, row, plan.routes);
  return row;
}

function addRoutesTo(region: CompanyRegion, row: RouteTableRow, routes: readonly RoutePlan[]): void {
  for (const [destination, type, gatewayId, description, switched] of routes) {
    const route = { destination, type, gatewayId, description, enabled: switched !== 'off' };
    putRoute({ world: region.partition.world, partition: region.partition }, row, route);
  }
}

/** Makes a machine one that forwards to the Internet. */
function publicGateway(region: CompanyRegion, vpc: string, subnet: string, name: string): string {
  const { InstanceId } = region.machine(vpc, subnet, name);
  region.partition.table(instanceTable).patch(InstanceId, { IsPublicGateway: true });
  return InstanceId;
}

const tiers = (...names: string[]): string[] => names.flatMap((name) => ['a', 'b', 'c', 'd'].map((zone) => `${name}-${zone}`));

function seedGuangzhou(region: CompanyRegion): void {
  const address = (vpc: string, subnet: string, name: string) => region.machine(vpc, subnet, name).PrivateIpAddress;
  addTable(region, {
    vpc: 'production',
    name: 'app 应用层',
    since: '2019-09-02T10:14:00',
    subnets: tiers('order', 'stock', 'member', 'search', 'promo'),
    routes: [
      ['192.168.0.0/16', 'NORMAL_CVM', address('production', 'gateway-a', 'gateway-01'), '旧业务，经由网关机'],
      ['172.16.0.0/16', 'NORMAL_CVM', address('production', 'gateway-a', 'gateway-01')],
    ],
  });
  addTable(region, {
    vpc: 'production',
    name: 'data 数据层',
    since: '2020-03-11T15:02:27',
    subnets: tiers('queue', 'cache', 'mysql'),
    // The proxy stood at this address until it was taken down: the route leads nowhere.
    routes: [['10.100.0.0/20', 'NORMAL_CVM', '10.0.3.250', 'backup proxy (retired 2024)']],
  });
  const exits = ['nginx-01', 'nginx-02'].map((name) => publicGateway(region, 'dmz', 'edge-a', name));
  addTable(region, {
    vpc: 'dmz',
    name: 'edge out',
    since: '2020-08-21T09:30:00',
    subnets: ['edge-b'],
    routes: exits.map((id): RoutePlan => ['0.0.0.0/0', 'CVM', id, 'two exits']),
  });
  addTable(region, {
    vpc: 'payment 支付隔离区',
    name: 'pay-restricted',
    since: '2020-02-10T11:00:00',
    subnets: ['pay-db-a', 'pay-db-b'],
    routes: [],
  });
  const legacy = mainRouteTable(region, region.vpc('legacy-classic-迁移').VpcId);
  addRoutesTo(region, legacy, [['10.0.0.0/16', 'NORMAL_CVM', address('legacy-classic-迁移', '旧业务一区', 'erp-01'), 'to production']]);
}

function seedShanghai(region: CompanyRegion): void {
  const kafka = region.machine('data-platform 数据平台', 'kafka-b', 'kafka-01').PrivateIpAddress;
  addTable(region, {
    vpc: 'data-platform 数据平台',
    name: 'batch',
    since: '2021-08-01T18:00:00',
    subnets: ['hadoop-b', 'hadoop-c', 'notebook'],
    routes: [['10.1.0.0/16', 'NORMAL_CVM', kafka, '华东生产']],
  });
}

/** Of the company that speaks today's API. */
function seedModern(company: Company): void {
  const region = company.region('ap-guangzhou');
  const proxy = region.machine('game-core 游戏核心', 'gateway-f', 'gateway-01').PrivateIpAddress;
  addTable(region, {
    vpc: 'game-core 游戏核心',
    name: 'data 数据层',
    since: '2024-03-08T10:00:00',
    subnets: ['redis-c', 'redis-d', 'redis-f'],
    routes: [
      ['172.29.0.0/16', 'NORMAL_CVM', proxy, '第三方登录，经由网关机'],
      ['172.30.0.0/16', 'NORMAL_CVM', proxy, 'old login, off since 2025', 'off'],
      ['::/0', 'EIP', '0', 'IPv6 out'],
    ],
  });
  addTable(region, {
    vpc: 'edge',
    name: 'edge',
    since: '2025-01-15T09:30:00',
    subnets: ['lb-a', 'lb-b'],
    routes: [],
  });
}

function seedRouteTables(company: Company): void {
  if (company.name === 'retail') {
    seedGuangzhou(company.region('ap-guangzhou'));
    seedShanghai(company.region('ap-shanghai'));
    return;
  }
  const region = company.region('ap-guangzhou');
  const front = region.machine('tms-production', 'front-a', 'front-01').PrivateIpAddress;
  addTable(region, {
    vpc: 'tms-production',
    name: 'dispatch',
    since: '2020-01-06T09:00:00',
    subnets: ['dispatch-a', 'dispatch-b'],
    routes: [['10.65.0.0/18', 'NORMAL_CVM', front, 'WMS']],
  });
}

export const seed: Seed = {
  sequence: 20_261_124,
  add: seedRouteTables,
  modern: seedModern,
};
