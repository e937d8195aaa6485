/** Flow logs of the demo companies. */

import type { Company } from '../../seed/place.ts';
import type { Seed } from '../../seed/seed.ts';
import { addFlowLog } from './rules.ts';

function seedFlowLogs(company: Company): void {
  const place = company.place('ap-guangzhou');
  const vpcName = company.name === 'retail' ? 'production' : 'tms-production';
  const vpc = place.vpc(vpcName);
  const topic = { CloudLogId: '4fb6a027-dc83-4dae-94fc-3d995025a239' };
  addFlowLog(place.at('2023-02-14T09:00:00'), vpc, {
    ...topic,
    FlowLogName: `${vpcName}-rejected`,
    FlowLogDescription: '被拒绝的流量',
    ResourceType: 'VPC',
    ResourceId: vpc.VpcId,
    TrafficType: 'REJECT',
  });
  if (company.name !== 'retail') return;
  addFlowLog(place.at('2023-02-14T09:05:00'), vpc, {
    ...topic,
    FlowLogName: 'mysql-a 审计',
    FlowLogDescription: '',
    ResourceType: 'SUBNET',
    ResourceId: place.subnet('production', 'mysql-a').SubnetId,
    TrafficType: 'ALL',
  });
}

export const seed: Seed = {
  sequence: 20_261_137,
  add: seedFlowLogs,
};
