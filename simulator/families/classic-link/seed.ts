/** The classic network that one of the demo companies still has. */

import type { Company } from '../../seed/company.ts';
import type { Seed } from '../../seed/seed.ts';
import { addLink } from './rules.ts';
import { classicInstanceTable } from './table.ts';

const machines = [
  { InstanceId: 'ins-c1a55ic1', InstanceName: 'edi-old-01', LanIp: '10.232.18.145' },
  { InstanceId: 'ins-c1a55ic2', InstanceName: 'edi-old-02', LanIp: '10.232.18.146' },
  { InstanceId: 'ins-c1a55ic3', InstanceName: '未命名', LanIp: '10.232.20.9' },
] as const;

function seedClassicLinks(company: Company): void {
  if (company.name !== 'logistics') return;
  const region = company.region('ap-shanghai');
  for (const machine of machines) region.partition.table(classicInstanceTable).put(machine);
  for (const machine of machines.slice(0, 2)) {
    addLink(region.at('2024-08-09T10:00:00'), region.vpc('port-gateway 港口对接'), machine, true);
  }
}

export const seed: Seed = {
  sequence: 20_261_135,
  add: seedClassicLinks,
};
