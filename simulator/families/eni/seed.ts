/** Network interfaces of the demo companies, beside those that their machines were made with. */

import { freeAddresses } from '../../rules/addresses.ts';
import type { Company, CompanyRegion } from '../../seed/company.ts';
import type { Seed } from '../../seed/seed.ts';
import { cloudTime } from '../../world/clock.ts';
import { putAddresses } from './addresses.ts';
import { addEni } from './rules.ts';
import { eniTable } from './table.ts';

interface EniPlan {
  readonly vpc: string;
  readonly subnet: string;
  readonly name: string;
  readonly what?: string;
  readonly since: string;
  /** How many addresses; the first is the primary one. */
  readonly addresses?: number;
  /** The machine of the same VPC and zone that has it: subnet and name. */
  readonly on?: readonly [subnet: string, machine: string];
}

const guangzhou: readonly EniPlan[] = [
  {
    vpc: 'production',
    subnet: 'gateway-a',
    name: 'gateway-data',
    since: '2019-10-08T10:00:00',
    addresses: 2,
    on: ['gateway-a', 'gateway-01'],
  },
  { vpc: 'production', subnet: 'gateway-b', name: 'gateway-data-b', since: '2019-10-08T10:05:00', on: ['gateway-b', 'gateway-01'] },
  {
    vpc: 'production',
    subnet: 'web-a',
    name: 'web-tls',
    what: '多证书入口',
    since: '2020-06-01T14:20:10',
    addresses: 5,
    on: ['web-a', 'web-01'],
  },
  {
    vpc: 'production',
    subnet: 'mysql-a',
    name: 'mysql-vip',
    what: 'moves on failover',
    since: '2020-07-15T03:12:44',
    addresses: 2,
    on: ['mysql-a', 'mysql-01'],
  },
  { vpc: 'production', subnet: 'mysql-b', name: 'mysql-vip-standby', since: '2020-07-15T03:14:02' },
  { vpc: 'production', subnet: 'search-a', name: 'search-capture', what: '抓包用，可删除', since: '2023-11-02T16:40:00' },
  { vpc: 'dmz', subnet: 'edge-a', name: 'edge-out-1', since: '2020-08-21T09:10:00', addresses: 3, on: ['edge-a', 'nginx-01'] },
  { vpc: 'dmz', subnet: 'edge-a', name: 'edge-out-2', since: '2020-08-21T09:12:00', addresses: 3, on: ['edge-a', 'nginx-02'] },
  { vpc: 'dmz', subnet: 'edge-b', name: 'edge-spare', what: '备用', since: '2021-01-19T11:00:00', addresses: 2 },
  {
    vpc: 'payment 支付隔离区',
    subnet: 'pay-api-a',
    name: 'bank-line',
    what: '银行专线出口',
    since: '2020-04-22T20:30:00',
    addresses: 2,
    on: ['pay-api-a', 'pay-api-01'],
  },
  { vpc: 'staging', subnet: 'app-a', name: 'test-nic', since: '2024-05-06T10:01:02' },
];

const shanghai: readonly EniPlan[] = [
  {
    vpc: 'production-sh 华东生产',
    subnet: 'web-a',
    name: 'web-tls-sh',
    since: '2020-11-20T12:00:00',
    addresses: 3,
    on: ['web-a', 'web-01'],
  },
  {
    vpc: 'data-platform 数据平台',
    subnet: 'kafka-b',
    name: 'kafka-replication',
    since: '2021-09-09T09:09:09',
    on: ['kafka-b', 'kafka-01'],
  },
];

const logistics: readonly EniPlan[] = [
  {
    vpc: 'tms-production',
    subnet: 'front-a',
    name: 'carrier-api',
    what: '承运商接口',
    since: '2021-02-03T10:00:00',
    addresses: 2,
    on: ['front-a', 'front-01'],
  },
  { vpc: '仓储 WMS', subnet: 'scanner 手持终端', name: 'mqtt-uplink', since: '2022-10-10T10:10:10', on: ['scanner 手持终端', 'mqtt-01'] },
];

function add(region: CompanyRegion, plan: EniPlan): void {
  const { partition } = region;
  const subnet = region.subnet(plan.vpc, plan.subnet);
  const ctx = region.at(plan.since);
  const eni = addEni(ctx, subnet, { name: plan.name, description: plan.what });
  const texts = freeAddresses(partition, subnet, plan.addresses ?? 1);
  putAddresses(
    partition,
    eni,
    texts.map((address, index) => ({ address, primary: index === 0, description: '' })),
    'AVAILABLE',
  );
  if (!plan.on) return;
  const { InstanceId } = region.machine(plan.vpc, ...plan.on);
  const DeviceIndex = partition.table(eniTable).where('InstanceId', InstanceId).size;
  partition.table(eniTable).patch(eni.NetworkInterfaceId, { InstanceId, DeviceIndex, AttachTime: cloudTime(ctx.now + 45_000) });
}

/** The machines of the edge are reached by IPv6 too: the first of each subnet from the internet, the others from inside. */
function seedIpv6(region: CompanyRegion, subnetName: string): void {
  const { SubnetId, Ipv6CidrBlock = '' } = region.subnet('edge', subnetName);
  const table = region.partition.table(eniTable);
  const firsts = table
    .where('InSubnet', SubnetId)
    .rows()
    .filter(({ Primary }) => Primary);
  for (const [at, { NetworkInterfaceId }] of firsts.entries()) {
    const own = { Address: Ipv6CidrBlock.replace('/64', (at + 16).toString(16)), Primary: true };
    const Ipv6Addresses = at === 0 ? [{ ...own, Description: '公网入口', Bandwidth: 50 }] : [{ ...own, Description: '' }];
    table.patch(NetworkInterfaceId, { Ipv6Addresses });
  }
}

/** Of the company that speaks today's API. */
function seedModern(company: Company): void {
  const core = { vpc: 'game-core 游戏核心', since: '2025-02-01T11:30:00' };
  const on = ['gateway-f', 'gateway-01'] as const;
  const region = company.region('ap-guangzhou');
  add(region, { ...core, subnet: 'gateway-f', name: 'matchmaking', what: '匹配服入口', addresses: 2, on });
  add(region, { ...core, subnet: 'redis-c', name: 'redis-vip', what: '主从切换', addresses: 2 });
  add(region, { vpc: 'edge', subnet: 'lb-a', name: 'edge-spare', since: '2025-03-03T09:00:00' });
  for (const subnet of ['lb-a', 'lb-b']) seedIpv6(region, subnet);
}

function seedEnis(company: Company): void {
  const plans = {
    'ap-guangzhou': company.name === 'retail' ? guangzhou : logistics,
    'ap-shanghai': company.name === 'retail' ? shanghai : [],
  };
  for (const plan of plans['ap-guangzhou']) add(company.region('ap-guangzhou'), plan);
  for (const plan of plans['ap-shanghai']) add(company.region('ap-shanghai'), plan);
}

export const seed: Seed = {
  sequence: 20_261_127,
  add: seedEnis,
  modern: seedModern,
};
