// @vitest-environment happy-dom
import { cleanup, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { type ConsoleInfo, noteConsole } from '../../lib/scope.ts';
import { type Cloud, fakeCloud, show } from '../testing.tsx';
import { QuotaNote } from './quota-note.tsx';

afterEach(cleanup);

const subnet = (n: number, VpcId: string) => ({
  ...{ VpcId, SubnetId: `subnet-0000000${n}`, SubnetName: `s${n}`, CidrBlock: `10.0.${n}.0/24`, Zone: 'ap-guangzhou-6' },
  ...{ IsDefault: false, EnableBroadcast: false, RouteTableId: 'rtb-1', CreatedTime: '', AvailableIpAddressCount: 253 },
});
const rows = [subnet(1, 'vpc-aaaaaaaa'), subnet(2, 'vpc-aaaaaaaa'), subnet(3, 'vpc-bbbbbbbb')];
const info: ConsoleInfo = {
  ...{ mode: 'real', endpoints: {}, defaultAccount: 'main', defaultRegion: 'ap-guangzhou', version: '1' },
  accounts: [{ id: 'main', name: 'main', uin: '100', vendor: 'tencent', dialect: 'today' }],
};

async function shown(limit: number | null, VpcId: string): Promise<void> {
  const cloud: Cloud = {
    'vpc:DescribeSubnets': () => ({ TotalCount: rows.length, SubnetSet: rows }),
    'vpc:DescribeVpcLimits': () => ({ VpcLimitSet: limit === null ? [] : [{ LimitType: 'vpc-max-subnets', LimitValue: limit }] }),
  };
  fakeCloud(cloud);
  noteConsole(info);
  await show(
    <>
      <QuotaNote family="subnet" values={{ VpcId }} />
      <p>the form</p>
    </>,
  );
}

test('a form says how much of the limit is used by what it names, as the cloud tells it', async () => {
  await shown(7, 'vpc-aaaaaaaa');
  expect(await screen.findByText('Subnets of a VPC: 2 of 7 used')).toBeTruthy();
  expect(screen.queryByRole('alert')).toBe(null);
});

test('a limit that is reached is a warning', async () => {
  await shown(1, 'vpc-bbbbbbbb');
  expect((await screen.findByRole('alert')).textContent).toContain('Subnets of a VPC: 1 of 1 used');
});

test('nothing is said of a limit that the cloud does not tell', async () => {
  await shown(null, 'vpc-aaaaaaaa');
  expect(await screen.findByText('the form')).toBeTruthy();
  expect(screen.queryByText(/used/)).toBe(null);
});
