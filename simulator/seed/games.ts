/** A company that came late and speaks only the API of today: networks of 2026, in zones that the documents do not know. */
import { type AccountPlan, grid } from './plan.ts';

export const games: AccountPlan = {
  name: 'Xinghe Games 星河互娱',
  classic: false,
  dialect: 'today',
  vpcs: [
    {
      region: 'ap-guangzhou',
      name: 'game-core 游戏核心',
      cidr: '10.40.0.0/16',
      since: '2024-03-05T10:12:40',
      subnets: grid('10.40', 0, ['gateway', 'battle', 'redis'], [3, 4, 6], 5),
    },
    {
      region: 'ap-guangzhou',
      name: 'ops 运维',
      cidr: '10.41.0.0/20',
      since: '2024-03-06T09:30:00',
      subnets: [
        { name: 'bastion', cidr: '10.41.0.0/26', zone: 6, machines: { name: 'bastion', count: 2 } },
        // A state that this console has no word for, too.
        { name: 'ci', cidr: '10.41.4.0/22', zone: 7, machines: { name: 'runner', count: 6, states: { 2: 'STOPPED', 5: 'RESCUE_MODE' } } },
      ],
    },
    {
      region: 'ap-guangzhou',
      name: 'edge',
      cidr: '10.42.0.0/22',
      secondary: ['172.30.0.0/20'],
      ipv6: '2402:4e00:1042::/56',
      since: '2025-01-14T20:05:31',
      subnets: [
        { name: 'lb-a', cidr: '10.42.0.0/26', ipv6: '2402:4e00:1042::/64', zone: 6, machines: { name: 'envoy', count: 3 } },
        { name: 'lb-b', cidr: '10.42.0.64/26', ipv6: '2402:4e00:1042:1::/64', zone: 7, machines: { name: 'envoy-b', count: 3 } },
      ],
    },
    {
      region: 'ap-shanghai',
      name: 'game-east 华东大区',
      cidr: '10.44.0.0/16',
      since: '2024-07-01T08:00:00',
      subnets: grid('10.44', 0, ['gateway', 'battle'], [5, 8], 4),
    },
    {
      region: 'ap-shanghai',
      name: 'analytics 数据',
      cidr: '10.45.0.0/18',
      // It meets that of the edge: in a CCN one of the two is off.
      secondary: ['172.30.8.0/22'],
      since: '2025-04-22T15:44:09',
      subnets: [{ name: 'spark', cidr: '10.45.0.0/20', zone: 5, machines: { name: 'spark', count: 7 } }],
    },
    {
      region: 'ap-singapore',
      name: 'game-sea 东南亚',
      cidr: '10.48.0.0/16',
      ipv6: '2402:4e00:1048::/56',
      since: '2025-09-10T11:11:11',
      subnets: grid('10.48', 0, ['gateway', 'battle'], [2, 3], 3),
    },
  ],
};
