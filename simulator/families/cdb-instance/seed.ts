/** MySQL databases of the demo companies: some open to the Internet, some isolated for arrears, one still to be initialised. */
import type { Region } from '../../../catalogue/regions.ts';
import type { Company } from '../../seed/company.ts';
import type { Seed } from '../../seed/seed.ts';
import { addDatabase, type NewDatabase } from './rules.ts';

interface DatabasePlan extends Omit<NewDatabase, 'SubnetId' | 'InstanceName'> {
  readonly at: readonly [vpc: string, subnet: string];
  readonly name: string;
  readonly since: string;
}

const retail: Partial<Record<Region, readonly DatabasePlan[]>> = {
  'ap-guangzhou': [
    { at: ['production', 'mysql-a'], name: 'order_master', since: '2019-07-02T10:11:12', PayMode: 'monthly' },
    { at: ['production', 'mysql-b'], name: 'order_read', since: '2019-07-02T11:00:00', PayMode: 'monthly', Role: 'ro' },
    { at: ['production', 'mysql-c'], name: 'stock_master', since: '2020-05-20T09:30:00' },
    { at: ['production', 'mysql-d'], name: 'member 会员库', since: '2021-10-08T14:00:00', WanIsOpen: true },
    { at: ['payment 支付隔离区', 'pay-db-a'], name: 'pay_core', since: '2020-02-10T20:00:00', PayMode: 'monthly' },
    { at: ['staging', 'data-a'], name: '测试库', since: '2021-06-01T10:00:00', WanIsOpen: true },
    { at: ['staging', 'data-b'], name: 'promo_2025_11', since: '2025-10-15T16:20:00', Status: 5 },
    { at: ['staging', 'data-b'], name: 'promo_2025_11_ro', since: '2025-10-15T16:40:00', Status: 5, Role: 'ro' },
  ],
  'ap-shanghai': [
    { at: ['production-sh 华东生产', 'mysql-a'], name: 'order_east', since: '2020-12-01T10:00:00' },
    { at: ['production-sh 华东生产', 'mysql-b'], name: 'order_east_new', since: '2026-11-18T17:45:00', IsInitialised: false },
    { at: ['test-收购-yunshang', 'all'], name: 'ys_legacy', since: '2023-04-06T09:00:00', Status: 5, WanIsOpen: true },
  ],
  'ap-beijing': [{ at: ['dr 灾备', 'mysql-a'], name: 'order_dr', since: '2022-02-14T03:00:00', Role: 'disaster' }],
};

const logistics: Partial<Record<Region, readonly DatabasePlan[]>> = {
  'ap-shanghai': [{ at: ['port-gateway 港口对接', 'edi'], name: 'edi_messages', since: '2024-08-20T10:00:00' }],
};

function seedDatabases(company: Company): void {
  const plans = company.name === 'retail' ? retail : logistics;
  for (const [name, databases] of Object.entries(plans) as [Region, readonly DatabasePlan[]][]) {
    const region = company.region(name);
    for (const { at, name: InstanceName, since, ...plan } of databases) {
      addDatabase(region.at(since), { ...plan, InstanceName, SubnetId: region.subnet(...at).SubnetId });
    }
  }
}

export const seed: Seed = {
  after: ['eni'],
  sequence: 20_261_140,
  add: seedDatabases,
};
