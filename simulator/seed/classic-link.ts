/** The classic network that one of the demo companies still has. */
import { addLink } from '../families/classic-link/rules.ts';
import { classicInstanceTable } from '../tables/classic-link.ts';
import type { Company } from './place.ts';

const machines = [
  { InstanceId: 'ins-c1a55ic1', InstanceName: 'edi-old-01', LanIp: '10.232.18.145' },
  { InstanceId: 'ins-c1a55ic2', InstanceName: 'edi-old-02', LanIp: '10.232.18.146' },
  { InstanceId: 'ins-c1a55ic3', InstanceName: '未命名', LanIp: '10.232.20.9' },
] as const;

export function seedClassicLinks(company: Company): void {
  if (company.name !== 'logistics') return;
  const place = company.place('ap-shanghai');
  for (const machine of machines) place.space.table(classicInstanceTable).put(machine);
  for (const machine of machines.slice(0, 2)) {
    addLink(place.at('2024-08-09T10:00:00'), place.vpc('port-gateway 港口对接'), machine, true);
  }
}
