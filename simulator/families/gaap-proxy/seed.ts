/** Acceleration proxies of the demo companies: the shop's customers abroad, and a depot's line that is closed out of season. */

import type { Company } from '../../seed/company.ts';
import type { Seed } from '../../seed/seed.ts';
import { addProxy } from './rules.ts';
import type { ProxyRow } from './table.ts';

type ProxyPlan = Partial<ProxyRow> & { readonly ProxyName: string; readonly since: string };

const retail: readonly ProxyPlan[] = [
  { ProxyName: 'shop 东南亚', since: '2022-03-01T10:00:00', AccessRegion: 'SoutheastAsia', RealServerRegion: 'SouthChina', Bandwidth: 50 },
  { ProxyName: 'shop 欧洲', since: '2022-05-11T15:00:00', AccessRegion: 'Europe', RealServerRegion: 'SouthChina', Bandwidth: 20 },
  {
    ProxyName: 'festival-1',
    since: '2024-10-20T10:00:00',
    Status: 'CLOSED',
    AccessRegion: 'NorthAmerica',
    RealServerRegion: 'SouthChina',
    Bandwidth: 100,
  },
  {
    ProxyName: 'festival-2',
    since: '2024-10-20T10:05:00',
    Status: 'CLOSED',
    AccessRegion: 'Hongkong',
    RealServerRegion: 'SouthChina',
    Bandwidth: 100,
  },
  // Made before version 2.0, which alone can be opened again (001:88).
  {
    ProxyName: 'pilot',
    since: '2018-09-09T09:09:09',
    Status: 'CLOSED',
    Version: '1.0',
    AccessRegion: 'Hongkong',
    RealServerRegion: 'EastChina',
  },
  { ProxyName: 'b2b', since: '2023-01-04T11:00:00', Status: 'ISOLATED', AccessRegion: 'Europe', RealServerRegion: 'EastChina' },
];
const logistics: readonly ProxyPlan[] = [
  {
    ProxyName: 'cold-chain 冷链',
    since: '2025-06-30T18:00:00',
    Status: 'CLOSED',
    AccessRegion: 'SoutheastAsia',
    RealServerRegion: 'EastChina',
  },
];

function seedProxies(company: Company): void {
  const region = company.region('ap-guangzhou');
  for (const { since, ...plan } of company.name === 'retail' ? retail : logistics) addProxy(region.at(since), plan);
}

export const seed: Seed = {
  sequence: 20_261_141,
  add: seedProxies,
};
