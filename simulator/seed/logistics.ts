/** The partner of the demo's company, in an account of its own. It still has the classic network. */
import { type AccountPlan, grid } from './plan.ts';

export const logistics: AccountPlan = {
  name: 'Yuntong Logistics 云通物流',
  classic: true,
  vpcs: [
    {
      region: 'ap-guangzhou',
      name: 'tms-production',
      cidr: '10.64.0.0/16',
      since: '2019-12-05T12:00:30',
      subnets: grid('10.64', 0, ['front', 'dispatch', 'db'], [1, 2], 4),
    },
    {
      region: 'ap-guangzhou',
      name: '仓储 WMS',
      cidr: '10.65.0.0/18',
      since: '2021-03-18T17:22:10',
      subnets: [
        ...grid('10.65', 0, ['wms'], [1, 2, 3], 5),
        { name: 'scanner 手持终端', cidr: '10.65.32.0/21', zone: 2, machines: { name: 'mqtt', count: 3 } },
      ],
    },
    {
      region: 'ap-shanghai',
      name: 'port-gateway 港口对接',
      cidr: '172.20.0.0/22',
      since: '2024-08-08T08:08:08',
      subnets: [{ name: 'edi', cidr: '172.20.0.0/25', zone: 1, machines: { name: 'edi', count: 3 } }],
    },
  ],
};
