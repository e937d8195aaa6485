// @vitest-environment happy-dom
import { cleanup, screen, within } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { type Cloud, fakeCloud, show } from '../../kit/testing.tsx';
import { type ConsoleInfo, noteConsole } from '../../lib/scope.ts';
import { holdersOf } from './holders.ts';
import { UsedAddresses } from './used.tsx';

afterEach(cleanup);

const row = {
  ...{ VpcId: 'vpc-11111111', SubnetId: 'subnet-00000001', SubnetName: 'data', CidrBlock: '10.0.1.0/24', Zone: 'ap-guangzhou-6' },
  ...{ IsDefault: false, EnableBroadcast: false, RouteTableId: 'rtb-11111111', CreatedTime: '2024-01-01 00:00:00' },
  AvailableIpAddressCount: 249,
};
const held = (last: number, ResourceType: string, ResourceId: string) => ({
  ...{ VpcId: row.VpcId, SubnetId: row.SubnetId, IpAddress: `10.0.1.${last}` },
  ...{ ResourceType, ResourceId },
});
const states = [
  held(2, 'CVM', 'ins-0000beef'),
  held(3, 'ENI', 'eni-00000001'),
  held(4, 'CLB', 'lb-0000beef'),
  held(5, 'QUANTUM_DB', 'qdb-1'),
];
const cloud: Cloud = {
  'vpc:DescribeUsedIpAddress': () => ({ TotalCount: states.length, IpAddressStates: states }),
  'cvm:DescribeInstances': () => ({ TotalCount: 1, InstanceSet: [{ InstanceId: 'ins-0000beef', InstanceName: 'etl-01' }] }),
  'vpc:DescribeNetworkInterfaces': () => ({ TotalCount: 0, NetworkInterfaceSet: [] }),
};
const console = (dialect: 'documents' | 'today'): ConsoleInfo => ({
  ...{ mode: 'real', endpoints: {}, defaultAccount: 'main', defaultRegion: 'ap-guangzhou', version: '1' },
  accounts: [{ id: 'main', name: 'main', uin: '100', vendor: 'tencent', dialect }],
});
const words = ((key: string) => key) as Parameters<typeof holdersOf>[0];

test('every address of a subnet has its holder beside it, of whatever service', async () => {
  fakeCloud(cloud);
  noteConsole(console('today'));
  await show(<UsedAddresses subnet={row} />);
  const table = await screen.findByRole('table');
  expect(await within(table).findByText('etl-01')).toBeTruthy();
  const cells = within(table)
    .getAllByRole('row')
    .slice(1)
    .map((one) => one.textContent);
  expect(cells).toEqual([
    expect.stringMatching(/10\.0\.1\.2.*Instance.*ins-0000beef/),
    expect.stringMatching(/10\.0\.1\.3.*Network interface.*eni-00000001/),
    expect.stringMatching(/10\.0\.1\.4.*Load balancer.*lb-0000beef/),
    // A kind that nobody knows stands as it came.
    expect.stringMatching(/10\.0\.1\.5.*QUANTUM_DB.*qdb-1/),
  ]);
});

test('what of other services holds addresses is named before a deletion, where today’s cloud tells it', async () => {
  fakeCloud(cloud);
  const asked = (dialect: 'documents' | 'today') => {
    noteConsole(console(dialect));
    return holdersOf(words)({ account: undefined, region: 'ap-guangzhou' }, row, new AbortController().signal);
  };
  expect(await asked('documents')).toEqual([]);
  expect(await asked('today')).toEqual([
    { family: null, id: 'lb-0000beef', name: 'subnet.holder.CLB' },
    { family: null, id: 'qdb-1', name: 'QUANTUM_DB' },
  ]);
});
