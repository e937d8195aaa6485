/** Parameter templates of the demo companies, for the rules of their security groups. */

import type { Company } from '../../seed/company.ts';
import type { Seed } from '../../seed/seed.ts';
import { addTemplate } from './rules.ts';
import type { TemplateKind } from './table.ts';

/** A template, or a group whose members are the names of templates before it. */
type TemplatePlan = readonly [kind: TemplateKind, name: string, since: string, members: readonly string[], remarks?: readonly string[]];

const retail: readonly TemplatePlan[] = [
  ['ipm', '办公网出口', '2019-07-01T10:00:00', ['203.0.113.8', '203.0.113.64/29', '198.51.100.20-198.51.100.23']],
  ['ipm', 'office-lan', '2022-09-01T09:30:00', ['10.100.0.0/20', '10.101.0.0/22']],
  ['ipm', 'production-guangzhou', '2019-06-18T10:00:00', ['10.0.0.0/16']],
  ['ipm', 'production-shanghai', '2020-11-11T09:00:00', ['10.1.0.0/16', '10.2.0.0/16']],
  ['ipm', '银联专线', '2020-04-22T20:30:00', ['192.0.2.16/28', '192.0.2.40', '192.0.2.41']],
  ['ipm', 'monitoring', '2021-01-05T15:00:00', ['10.0.36.10-10.0.36.19']],
  ['ipm', '旧机房（待清理）', '2018-05-20T11:11:11', ['192.168.1.0/24', '192.168.2.0/24']],
  ['ipmg', 'all-production', '2020-11-11T09:10:00', ['production-guangzhou', 'production-shanghai']],
  ['ipmg', 'staff', '2022-09-01T09:40:00', ['办公网出口', 'office-lan']],
  ['ppm', 'web', '2019-06-18T10:05:00', ['tcp:80', 'tcp:443']],
  ['ppm', 'remote-login', '2019-07-01T10:05:00', ['tcp:22', 'tcp:3389']],
  ['ppm', 'database', '2019-08-08T18:00:00', ['tcp:3306', 'tcp:6379', 'tcp:27017-27019']],
  ['ppm', 'dns', '2019-08-08T18:01:00', ['udp:53', 'tcp:53']],
  ['ppm', 'exporter', '2021-01-05T15:05:00', ['tcp:9100,9104,9121', 'icmp']],
  ['ppmg', 'application', '2021-06-18T00:00:00', ['web', 'database', 'dns']],
];

const logistics: readonly TemplatePlan[] = [
  ['ipm', '承运商接口白名单', '2021-02-03T10:30:00', ['198.51.100.128/26', '203.0.113.200-203.0.113.219']],
  ['ipm', 'warehouses', '2021-03-18T18:00:00', ['10.65.0.0/18']],
  ['ipmg', 'partners', '2021-04-01T10:00:00', ['承运商接口白名单', 'warehouses']],
  ['ppm', 'mqtt', '2022-10-10T10:00:00', ['tcp:1883', 'tcp:8883']],
  ['ppm', 'edi', '2024-08-08T08:30:00', ['tcp:443', 'tcp:5000-5010']],
  ['ppmg', 'inbound', '2024-08-08T08:35:00', ['mqtt', 'edi']],
];

function addAll(company: Company, plans: readonly TemplatePlan[]): void {
  const region = company.region('ap-guangzhou');
  const ids = new Map<string, string>();
  for (const [kind, name, since, members, remarks] of plans) {
    const inside = kind === 'ipm' || kind === 'ppm' ? members : members.map((member) => ids.get(member) ?? member);
    ids.set(name, addTemplate(region.at(since), kind, { name, members: inside, ...(remarks ? { remarks } : {}) }).TemplateId);
  }
}

/** Of the company that speaks today's API. */
const modern: readonly TemplatePlan[] = [
  ['ipm', '办公网', '2024-03-06T10:00:00', ['203.0.113.160/28', '198.51.100.77', '2001:db8:160::/48'], ['深圳', '值班 VPN', '深圳 IPv6']],
  ['ipm', 'game-networks', '2024-07-01T09:00:00', ['10.40.0.0/16', '10.44.0.0/16', '10.48.0.0/16']],
  ['ipmg', 'trusted', '2024-07-01T09:05:00', ['办公网', 'game-networks']],
  ['ppm', 'game-ports', '2024-03-06T10:05:00', ['tcp:443', 'udp:7000-7999']],
  ['ppmg', 'player-facing', '2024-03-06T10:10:00', ['game-ports']],
];

export const seed: Seed = {
  sequence: 20_261_136,
  add: (company) => addAll(company, company.name === 'retail' ? retail : logistics),
  modern: (company) => addAll(company, modern),
};
