/** DHCP IPs of the demo companies: of each a pair whose programs hold one address together. */
import { nextFreeAddress } from '../../rules/addresses.ts';
import type { Company } from '../../seed/company.ts';
import type { Seed } from '../../seed/seed.ts';
import { addDhcpIp } from './rules.ts';

const places = { retail: ['dmz', 'edge-b'], logistics: ['仓储 WMS', 'scanner 手持终端'], games: ['edge', 'lb-b'] } as const;

function seedDhcpIps(company: Company): void {
  const region = company.region('ap-guangzhou');
  const [vpc, name] = places[company.name];
  const subnet = region.subnet(vpc, name);
  for (const [called, time] of [
    ['keepalived 主', '2023-04-11T10:00:00'],
    ['keepalived-standby', '2023-04-11T10:05:00'],
  ] as const) {
    addDhcpIp(region.at(time), subnet, called, nextFreeAddress(region.partition, subnet) ?? '');
  }
}

// Other families take the lowest free addresses too: theirs stay what they were.
export const seed: Seed = { after: ['eni', 'nat-gateway'], add: seedDhcpIps, modern: seedDhcpIps };
