/** Flow logs of the demo companies. */

import type { Company } from '../../seed/company.ts';
import type { Seed } from '../../seed/seed.ts';
import { addFlowLog } from './rules.ts';

function seedFlowLogs(company: Company): void {
  const region = company.region('ap-guangzhou');
  const vpcName = { retail: 'production', logistics: 'tms-production', games: 'game-core 游戏核心' }[company.name];
  const vpc = region.vpc(vpcName);
  const topic = { CloudLogId: '4fb6a027-dc83-4dae-94fc-3d995025a239' };
  addFlowLog(region.at('2023-02-14T09:00:00'), vpc, {
    ...topic,
    FlowLogName: `${vpcName}-rejected`,
    FlowLogDescription: '被拒绝的流量',
    ResourceType: 'VPC',
    ResourceId: vpc.VpcId,
    TrafficType: 'REJECT',
  });
  if (company.name !== 'retail') return;
  addFlowLog(region.at('2023-02-14T09:05:00'), vpc, {
    ...topic,
    FlowLogName: 'mysql-a 审计',
    FlowLogDescription: '',
    ResourceType: 'SUBNET',
    ResourceId: region.subnet('production', 'mysql-a').SubnetId,
    TrafficType: 'ALL',
  });
}

export const seed: Seed = {
  sequence: 20_261_137,
  add: seedFlowLogs,
  modern: seedFlowLogs,
};
