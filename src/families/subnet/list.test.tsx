// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { type Cloud, fakeCloud, show } from '../../kit/testing.tsx';
import { freeInRanges, subnetBlockFault } from './forms.tsx';
import { Pages } from './index.tsx';
import { addressUsageOf } from './usage.tsx';

afterEach(cleanup);

const subnet = (n: number, name: string, more: object = {}) => ({
  VpcId: 'vpc-11111111',
  SubnetId: `subnet-0000000${n}`,
  SubnetName: name,
  CidrBlock: `10.0.${n}.0/24`,
  IsDefault: false,
  EnableBroadcast: false,
  Zone: n % 2 ? 'ap-guangzhou-1' : 'ap-guangzhou-2',
  RouteTableId: 'rtb-11111111',
  CreatedTime: `2020-01-0${n} 00:00:00`,
  AvailableIpAddressCount: 253,
  ...more,
});
const vpc = {
  VpcId: 'vpc-11111111',
  VpcName: 'production',
  CidrBlock: '10.0.0.0/16',
  IsDefault: false,
  EnableMulticast: false,
  CreatedTime: '2020-01-01 00:00:00',
};
const rows = [subnet(2, 'web'), subnet(1, 'data', { AvailableIpAddressCount: 200 }), subnet(9, '=evil()'), subnet(3, '<b>bold</b>')];
const cloud: Cloud = {
  'vpc:DescribeSubnets': () => ({ TotalCount: rows.length, SubnetSet: rows }),
  'vpc:DescribeVpcs': () => ({ TotalCount: 1, VpcSet: [vpc] }),
  'vpc:DeleteSubnet': () => ({}),
};
const page = <Pages />;
const names = (): (string | null | undefined)[] =>
  [...document.querySelectorAll('tbody tr[data-row]')].map((row) => row.querySelector('a')?.textContent);

test('keys move, choose a range and delete it; what is in use is named and stays', async () => {
  const sent = fakeCloud(cloud);
  await show(page, '/subnets');
  await waitFor(() => expect(names()).toHaveLength(4));
  const row = (n: number): HTMLElement => document.querySelector<HTMLElement>(`tr[data-row="${n}"]`) as HTMLElement;
  row(0).focus();
  fireEvent.keyDown(row(0), { key: 'x' });
  fireEvent.keyDown(row(0), { key: 'j' });
  expect(document.activeElement).toBe(row(1));
  fireEvent.keyDown(row(1), { key: 'ArrowDown' });
  fireEvent.keyDown(row(2), { key: 'X', shiftKey: true });
  expect(screen.getByText('3 selected')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Delete…' }));
  const dialog = await screen.findByRole('alertdialog');
  expect(within(dialog).getByText(/53 addresses are in use/)).toBeTruthy();
  const button = await within(dialog).findByRole('button', { name: 'Delete 2' });
  fireEvent.click(button);
  expect(sent.some(({ name }) => name === 'vpc:DeleteSubnet')).toBe(false);
  fireEvent.change(await within(dialog).findByRole('textbox'), { target: { value: 'delete 2' } });
  fireEvent.click(button);
  await waitFor(() =>
    expect(sent.filter(({ name }) => name === 'vpc:DeleteSubnet').map(({ params }) => params.SubnetId)).toEqual([
      'subnet-00000002',
      'subnet-00000009',
    ]),
  );
});

test('what a block cannot be, and how full a subnet is', () => {
  expect(subnetBlockFault('10.1.0.0/24', ['10.0.0.0/16'], rows)).toEqual({ kind: 'outside' });
  expect(subnetBlockFault('10.0.2.128/25', ['10.0.0.0/16'], rows)).toMatchObject({ kind: 'overlap', with: { SubnetName: 'web' } });
  expect(subnetBlockFault('10.0.4.0/24', ['10.0.0.0/16'], rows)).toBe(null);
  expect(subnetBlockFault('10.0.', ['10.0.0.0/16'], rows)).toBe(null);
  expect(subnetBlockFault('172.20.1.0/24', ['10.0.0.0/16', '172.20.0.0/22'], rows)).toBe(null);
  expect(subnetBlockFault('172.20.4.0/24', ['10.0.0.0/16', '172.20.0.0/22'], rows)).toEqual({ kind: 'outside' });
  expect(addressUsageOf({ CidrBlock: '10.0.0.0/28', AvailableIpAddressCount: 1 })).toEqual({ used: 12, usable: 13, meaning: 'warning' });
  expect(addressUsageOf({ CidrBlock: '10.0.0.0/28', AvailableIpAddressCount: 0 }).meaning).toBe('danger');
});

test('free blocks are offered of every range, and of one that is full none', () => {
  const ranges = ['10.0.0.0/16', '172.20.0.0/22', '192.168.0.0/24'];
  expect(freeInRanges(ranges, ['10.0.0.0/24', '192.168.0.0/25'], 24, 5)).toEqual([
    '10.0.1.0/24',
    '10.0.2.0/24',
    '10.0.3.0/24',
    '172.20.0.0/24',
    '172.20.1.0/24',
  ]);
  expect(freeInRanges(ranges.slice(0, 1), ['10.0.0.0/24'], 24, 5)).toHaveLength(5);
  expect(freeInRanges(ranges, ['10.0.0.0/16'], 22, 5)).toEqual(['172.20.0.0/22']);
});
