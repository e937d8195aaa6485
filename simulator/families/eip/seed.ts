/** Elastic IPs of the demo companies, and the ordinary public addresses of some of their machines. */

import { instanceTable } from '../../instances/table.ts';
import { addEip, newPublicIp } from '../../rules/eips.ts';
import { addressesOf, primaryInterfaceOf } from '../../rules/interfaces.ts';
import type { Company, CompanyRegion } from '../../seed/company.ts';
import type { Seed } from '../../seed/seed.ts';
import { eniTable } from '../eni/table.ts';
import type { EipRow } from './table.ts';

type MachineAddress = readonly [vpc: string, subnet: string, machine: string];

function onMachine(region: CompanyRegion, name: string, since: string, where: MachineAddress, paid: Partial<EipRow> = {}): void {
  const machine = region.machine(...where);
  addEip(region.at(since), {
    AddressName: name,
    AddressStatus: 'BIND',
    ResourceId: machine.InstanceId,
    InstanceId: machine.InstanceId,
    NetworkInterfaceId: primaryInterfaceOf(region.partition, machine.InstanceId)?.NetworkInterfaceId ?? '',
    PrivateIpAddress: machine.PrivateIpAddress,
    VpcId: machine.VpcId,
    ...paid,
  });
}

/** One elastic IP for each address of an interface that the seed has made. */
function onInterface(region: CompanyRegion, name: string, since: string, eniName: string): void {
  const eni = region.partition
    .table(eniTable)
    .all()
    .rows()
    .find((row) => row.NetworkInterfaceName === eniName);
  if (!eni) throw new Error(`the demo world has no network interface ${eniName}`);
  addressesOf(region.partition, eni).forEach(({ row }, index) => {
    addEip(region.at(since), {
      AddressName: `${name}-${index + 1}`,
      AddressStatus: 'BIND_ENI',
      ResourceId: eni.NetworkInterfaceId,
      NetworkInterfaceId: eni.NetworkInterfaceId,
      PrivateIpAddress: row.Address,
      VpcId: row.VpcId,
    });
  });
}

/** A machine that still has the public address it came with. */
function ordinary(region: CompanyRegion, ...where: MachineAddress): void {
  region.partition
    .table(instanceTable)
    .patch(region.machine(...where).InstanceId, { PublicIpAddress: newPublicIp(region.partition.world) });
}

function seedRetail(company: Company): void {
  const guangzhou = company.region('ap-guangzhou');
  onMachine(guangzhou, 'bastion', '2020-08-20T18:30:00', ['dmz', 'bastion', 'bastion-01']);
  onMachine(guangzhou, 'edge-b', '2020-08-21T09:00:00', ['dmz', 'edge-b', 'nginx-01']);
  onInterface(guangzhou, 'edge-out', '2020-08-21T09:15:00', 'edge-out-1');
  onInterface(guangzhou, 'bank', '2020-04-22T20:45:00', 'bank-line');
  addEip(guangzhou.at('2022-12-12T12:12:12'), { AddressName: '大促备用' });
  addEip(guangzhou.at('2022-12-12T12:12:12'), { AddressName: '大促备用 2' });
  addEip(guangzhou.at('2023-06-18T00:10:00'), { AddressName: '遭攻击封堵', IsBlocked: true });
  addEip(guangzhou.at('2026-10-30T09:00:00'), { AddressName: 'test', IsArrears: true });
  ordinary(guangzhou, 'legacy-classic-迁移', 'ftp', 'ftp-01');
  ordinary(guangzhou, 'staging', 'web-a', 'web-01');
  const shanghai = company.region('ap-shanghai');
  onInterface(shanghai, 'web-sh', '2020-11-20T12:30:00', 'web-tls-sh');
  addEip(shanghai.at('2024-01-02T10:00:00'), {});
  addEip(company.region('ap-beijing').at('2022-02-01T08:00:00'), { AddressName: 'dr-standby' });
}

function seedLogistics(company: Company): void {
  const guangzhou = company.region('ap-guangzhou');
  onInterface(guangzhou, 'carrier', '2021-02-03T10:20:00', 'carrier-api');
  addEip(guangzhou.at('2023-09-09T09:00:00'), { AddressName: '备用' });
  onMachine(company.region('ap-shanghai'), 'edi', '2024-08-08T09:00:00', ['port-gateway 港口对接', 'edi', 'edi-01']);
}

/** What pays for the edges of the modern company together. */
const shared = { InternetChargeType: 'BANDWIDTH_PACKAGE', BandwidthPackageId: 'bwp-7qx2m4ge', Bandwidth: 500 } as const;

/** Of the company that speaks today's API. */
function seedModern(company: Company): void {
  const guangzhou = company.region('ap-guangzhou');
  onMachine(guangzhou, 'bastion', '2024-03-06T10:00:00', ['ops 运维', 'bastion', 'bastion-01'], { Bandwidth: 5 });
  onMachine(guangzhou, 'edge-a', '2025-01-15T10:00:00', ['edge', 'lb-a', 'envoy-01'], shared);
  onMachine(guangzhou, 'edge-b', '2025-01-15T10:05:00', ['edge', 'lb-b', 'envoy-b-01'], shared);
  onInterface(guangzhou, 'matchmaking', '2025-02-01T12:00:00', 'matchmaking');
  addEip(guangzhou.at('2026-09-30T18:30:00'), {
    AddressName: '国庆备用',
    InternetChargeType: 'BANDWIDTH_PREPAID_BY_MONTH',
    Bandwidth: 200,
    DeadlineDate: '2027-03-30T10:30:00Z',
    RenewFlag: 'NOTIFY_AND_MANUAL_RENEW',
  });
  addEip(guangzhou.at('2026-10-21T08:00:00'), {
    AddressName: 'ddos-抽离',
    IsBlocked: true,
    InternetServiceProvider: 'CTCC',
    Bandwidth: 100,
  });
  const singapore = company.region('ap-singapore');
  onMachine(singapore, 'sea-gateway', '2025-09-12T09:00:00', ['game-sea 东南亚', 'gateway-b', 'gateway-01'], {
    AddressType: 'HighQualityEIP',
    InternetChargeType: 'BANDWIDTH_POSTPAID_BY_HOUR',
    Bandwidth: 50,
  });
}

/** Comes after the network interfaces. */
const seedEips = (company: Company): void => (company.name === 'retail' ? seedRetail(company) : seedLogistics(company));

export const seed: Seed = {
  after: ['eni'],
  sequence: 20_261_128,
  add: seedEips,
  modern: seedModern,
};
