// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { fakeCloud, show } from '../../kit/testing.tsx';
import { type ConsoleInfo, noteConsole } from '../../lib/scope.ts';
import { CreateVpc, freeRanges } from './forms.tsx';

afterEach(cleanup);

const production = {
  VpcId: 'vpc-11111111',
  VpcName: 'production',
  CidrBlock: '10.0.0.0/16',
  IsDefault: false,
  EnableMulticast: false,
  CreatedTime: '2020-01-01 00:00:00',
};
const created = { ...production, VpcId: 'vpc-22222222', VpcName: 'new', CidrBlock: '10.1.0.0/16' };
/** A tunnel to 10.2.0.0/16 and a route to 10.3.0.0/16, so that these are somebody's as well. */
const route = { DestinationCidrBlock: '10.3.0.0/16', GatewayType: 'DIRECTCONNECT', GatewayId: 'dcg-1', RouteId: 1, RouteDescription: '' };
const table = {
  RouteTableId: 'rtb-11111111',
  VpcId: production.VpcId,
  RouteTableName: 'main',
  Main: true,
  AssociationSet: [],
  RouteSet: [route],
};
const tunnel = {
  ...{
    VpnConnectionId: 'vpnx-11111111',
    VpnConnectionName: 'office',
    VpcId: production.VpcId,
    VpnGatewayId: 'vpngw-1',
    State: 'AVAILABLE',
  },
  SecurityPolicyDatabaseSet: [{ LocalCidrBlock: '10.0.0.0/16', RemoteCidrBlock: ['10.2.0.0/16'] }],
};
const cloud = {
  'vpc:DescribeVpcs': () => ({ TotalCount: 1, VpcSet: [production] }),
  'vpc:DescribeRouteTables': () => ({ TotalCount: 1, RouteTableSet: [table] }),
  'vpc:DescribeVpnGateways': () => ({ TotalCount: 0, VpnGatewaySet: [] }),
  'vpc:DescribeVpnConnections': () => ({ TotalCount: 1, VpnConnectionSet: [tunnel] }),
  'vpc2017:DescribeVpcPeeringConnections': () => ({ totalCount: 0, data: [] }),
  'vpc:CreateVpc': () => ({ Vpc: created }),
};
const info: ConsoleInfo = {
  mode: 'demo',
  endpoints: {},
  accounts: [{ id: 'main', name: 'main', uin: '100', vendor: 'tencent', dialect: 'documents' }],
  defaultAccount: 'main',
  defaultRegion: 'ap-guangzhou',
  version: '1',
};
const form = <CreateVpc />;
noteConsole(info);
const box = (name: string): HTMLInputElement => screen.getByLabelText(name);
const type = (name: string, value: string): void => void fireEvent.change(box(name), { target: { value } });

test('proposals avoid the blocks in use', () => {
  expect(freeRanges(['10.0.0.0/16', '172.16.0.0/12'])).toEqual(['10.1.0.0/16', '10.2.0.0/16', '10.3.0.0/16', '192.168.0.0/16']);
});

test('a proposal fills the field, and the form sends what was entered', async () => {
  const sent = fakeCloud(cloud);
  await show(form, '/vpcs/new');
  type('Name', 'new');
  fireEvent.click(await screen.findByRole('button', { name: '10.1.0.0/16' }));
  expect(box('IPv4 range').value).toBe('10.1.0.0/16');
  // What a tunnel or a route of any VPC leads to is not proposed.
  expect(screen.getByRole('button', { name: '10.4.0.0/16' })).toBeTruthy();
  for (const name of ['10.2.0.0/16', '10.3.0.0/16']) expect(screen.queryByRole('button', { name })).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: 'Create VPC' }));
  await waitFor(() =>
    expect(sent.find(({ name }) => name === 'vpc:CreateVpc')?.params).toEqual({ VpcName: 'new', CidrBlock: '10.1.0.0/16' }),
  );
  await waitFor(() => expect(screen.getByTestId('url').textContent).toBe('/vpcs?region=ap-guangzhou'));
});

test('an overlap is a warning, not a refusal', async () => {
  const sent = fakeCloud(cloud);
  await show(form, '/vpcs/new');
  await screen.findByRole('button', { name: '10.1.0.0/16' });
  type('Name', 'new');
  type('IPv4 range', '10.0.0.0/20');
  expect(await screen.findByText(/overlaps production/)).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Create VPC' }));
  await waitFor(() => expect(sent.some(({ name }) => name === 'vpc:CreateVpc')).toBe(true));
});
