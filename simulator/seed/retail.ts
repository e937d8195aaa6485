/** The main account of the demo: a retail company that has grown for eight years. Oldest networks first. */
import { type AccountPlan, grid, type VpcPlan } from './plan.ts';

const guangzhou: readonly VpcPlan[] = [
  {
    region: 'ap-guangzhou',
    name: 'legacy-classic-迁移',
    cidr: '192.168.0.0/16',
    since: '2018-03-12T10:20:41',
    subnets: [
      { name: '旧业务一区', cidr: '192.168.1.0/24', zone: 1, machines: { name: 'erp', count: 5 } },
      { name: '旧业务二区', cidr: '192.168.2.0/24', zone: 2, machines: { name: 'erp-db', count: 2 } },
      { name: 'ftp', cidr: '192.168.250.0/28', zone: 1, machines: { name: 'ftp', count: 1 } },
    ],
  },
  {
    region: 'ap-guangzhou',
    name: '默认VPC',
    cidr: '172.16.0.0/16',
    since: '2018-04-25T10:26:26',
    isDefault: true,
    multicast: true,
    subnets: [
      { name: '默认广州一区子网', cidr: '172.16.0.0/20', zone: 1, isDefault: true, machines: { name: 'tmp', count: 2 } },
      { name: '默认广州二区子网', cidr: '172.16.16.0/20', zone: 2, isDefault: true },
    ],
  },
  {
    region: 'ap-guangzhou',
    name: 'production',
    cidr: '10.0.0.0/16',
    since: '2019-06-18T09:00:12',
    dnsServers: ['10.0.0.10', '183.60.82.98'],
    domainName: 'prod.lanting.internal',
    // Forty subnets: ten tiers in four zones.
    subnets: grid('10.0', 0, ['web', 'gateway', 'order', 'stock', 'member', 'search', 'promo', 'queue', 'cache', 'mysql'], [1, 2, 3, 4], 7),
  },
  {
    region: 'ap-guangzhou',
    name: 'payment 支付隔离区',
    cidr: '10.20.0.0/20',
    since: '2020-02-03T14:31:05',
    subnets: [
      ...grid('10.20', 0, ['pay-api', 'pay-core', 'pay-db'], [1, 2], 4),
      // Nearly full: eleven of thirteen addresses are taken.
      { name: 'hsm 加密机', cidr: '10.20.15.0/28', zone: 1, machines: { name: 'hsm', count: 11 } },
    ],
  },
  {
    region: 'ap-guangzhou',
    name: 'dmz',
    cidr: '10.30.0.0/22',
    since: '2020-08-20T18:04:55',
    subnets: [
      { name: 'edge-a', cidr: '10.30.0.0/26', zone: 1, machines: { name: 'nginx', count: 4 } },
      { name: 'edge-b', cidr: '10.30.0.64/26', zone: 2, machines: { name: 'nginx', count: 4 } },
      { name: 'bastion', cidr: '10.30.3.240/28', zone: 1, machines: { name: 'bastion', count: 2 } },
    ],
  },
  {
    region: 'ap-guangzhou',
    name: 'staging',
    cidr: '10.8.0.0/16',
    since: '2021-05-07T11:12:13',
    subnets: grid('10.8', 0, ['web', 'app', 'data'], [1, 2], 3),
  },
  {
    region: 'ap-guangzhou',
    name: 'office-广州总部',
    cidr: '10.100.0.0/20',
    since: '2022-09-01T08:45:00',
    domainName: 'office.lanting.internal',
    subnets: [
      { name: '办公网', cidr: '10.100.0.0/22', zone: 3 },
      { name: '访客网', cidr: '10.100.4.0/24', zone: 3 },
      { name: 'voip', cidr: '10.100.5.0/25', zone: 3, machines: { name: 'pbx', count: 2 } },
    ],
  },
];

const elsewhere: readonly VpcPlan[] = [
  {
    region: 'ap-shanghai',
    name: 'production-sh 华东生产',
    cidr: '10.1.0.0/16',
    since: '2020-11-11T00:00:59',
    subnets: grid('10.1', 0, ['web', 'order', 'member', 'mysql'], [1, 2, 3], 5),
  },
  {
    region: 'ap-shanghai',
    name: 'data-platform 数据平台',
    cidr: '10.2.0.0/16',
    since: '2021-07-15T16:30:22',
    multicast: true,
    subnets: [...grid('10.2', 0, ['hadoop', 'kafka', 'clickhouse'], [2, 3], 9), { name: 'notebook', cidr: '10.2.128.0/20', zone: 2 }],
  },
  {
    region: 'ap-shanghai',
    // The same block as Guangzhou's staging: the two can never be peered.
    name: 'test-收购-yunshang',
    cidr: '10.8.0.0/16',
    since: '2023-04-04T13:37:00',
    subnets: [{ name: 'all', cidr: '10.8.0.0/16', zone: 2, machines: { name: 'ys', count: 6 } }],
  },
  {
    region: 'ap-beijing',
    name: 'dr 灾备',
    cidr: '10.3.0.0/16',
    since: '2022-01-20T22:10:08',
    subnets: grid('10.3', 0, ['web', 'order', 'mysql'], [1, 2], 2),
  },
  {
    region: 'ap-beijing',
    name: 'office-北京',
    cidr: '10.101.0.0/22',
    since: '2023-03-06T09:09:09',
    subnets: [{ name: '办公网', cidr: '10.101.0.0/23', zone: 1 }],
  },
  {
    region: 'ap-beijing',
    name: 'ml-training',
    cidr: '10.9.0.0/18',
    since: '2025-10-30T15:55:41',
    subnets: [
      { name: 'gpu', cidr: '10.9.0.0/22', zone: 3, machines: { name: 'gpu', count: 16 } },
      { name: 'dataset', cidr: '10.9.8.0/24', zone: 3, machines: { name: 'cfs', count: 2 } },
    ],
  },
  { region: 'ap-beijing', name: 'sandbox', cidr: '172.31.0.0/24', since: '2026-06-02T10:00:00', subnets: [] },
];

export const retail: AccountPlan = { name: 'Lanting Retail 兰亭零售', classic: false, vpcs: [...guangzhou, ...elsewhere] };
