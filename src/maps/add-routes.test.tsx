// @vitest-environment happy-dom
import { act, cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { startLanguage } from '../i18n/index.ts';
import { fakeCloud, show } from '../kit/testing.tsx';
import { AddRoutes } from './add-routes.tsx';
import type { LackingTable } from './use-add-routes.ts';

const scope = { account: undefined, region: 'ap-guangzhou' };
const lacking = (id: string, destination: string): LackingTable => ({
  id,
  vpc: 'vpc-00000001',
  scope,
  subnets: 1,
  destinations: [destination],
});
const tables = [lacking('rtb-00000001', '10.1.0.0/16'), lacking('rtb-00000002', '10.2.0.0/16')];

afterEach(cleanup);

it('adds the routes of each table by a call of its own, tells what came of each, and tries again what failed', async () => {
  const routes = new Map<string, { DestinationCidrBlock: string; GatewayId: string }[]>();
  let refuses = true;
  const sent = fakeCloud({
    'vpc:DescribeRouteTables': ({ RouteTableIds }) => ({
      TotalCount: 1,
      RouteTableSet: (RouteTableIds as string[]).map((RouteTableId) => ({
        ...{ RouteTableId, VpcId: 'vpc-00000001', RouteTableName: RouteTableId, Main: false, CreatedTime: '2020-01-01 00:00:00' },
        AssociationSet: [],
        RouteSet: (routes.get(RouteTableId) ?? []).map((route, at) => ({
          ...{ ...route, RouteId: at + 1, GatewayType: 'PEERCONNECTION', RouteDescription: '' },
        })),
      })),
    }),
    'vpc:CreateRoutes': ({ RouteTableId, Routes }) => {
      if (RouteTableId === 'rtb-00000002' && refuses)
        return { error: { code: 'LimitExceeded', message: 'full', outcome: 'not-done' }, status: 400 };
      routes.set(String(RouteTableId), Routes as { DestinationCidrBlock: string; GatewayId: string }[]);
      return {};
    },
  });
  await startLanguage('maps');
  await show(<AddRoutes peering="pcx-00000001" tables={tables} called={(id) => id} />);
  fireEvent.click(screen.getByRole('button', { name: /^Add all missing routes \(2\)/ }));
  expect(sent).toEqual([]);
  await act(async () => fireEvent.click(screen.getByRole('button', { name: 'Add 2 routes' })));
  await screen.findByText('1 route added');
  const again = await screen.findByRole('button', { name: /failed|again/i });
  const calls = () => sent.filter(({ name }) => name === 'vpc:CreateRoutes').map(({ params }) => params);
  const call = (RouteTableId: string, DestinationCidrBlock: string) => ({
    RouteTableId,
    Routes: [{ DestinationCidrBlock, GatewayType: 'PEERCONNECTION', GatewayId: 'pcx-00000001' }],
  });
  expect(calls()).toEqual([call('rtb-00000001', '10.1.0.0/16'), call('rtb-00000002', '10.2.0.0/16')]);
  refuses = false;
  await act(async () => fireEvent.click(again));
  await waitFor(() => expect(screen.getAllByText('1 route added')).toHaveLength(2));
  expect(calls()).toHaveLength(3);
  expect(calls()[2]).toEqual(call('rtb-00000002', '10.2.0.0/16'));
});

it('leaves alone what is there by the time it writes, and says so', async () => {
  const sent = fakeCloud({
    'vpc:DescribeRouteTables': () => ({
      TotalCount: 1,
      RouteTableSet: [
        {
          ...{
            RouteTableId: 'rtb-00000001',
            VpcId: 'vpc-00000001',
            RouteTableName: 'one',
            Main: false,
            CreatedTime: '2020-01-01 00:00:00',
          },
          AssociationSet: [],
          RouteSet: [
            { RouteId: 1, DestinationCidrBlock: '10.1.0.0/16', GatewayType: 'VPN', GatewayId: 'vpngw-00000001', RouteDescription: '' },
          ],
        },
      ],
    }),
  });
  await startLanguage('maps');
  await show(<AddRoutes peering="pcx-00000001" tables={tables.slice(0, 1)} called={(id) => id} />);
  fireEvent.click(screen.getByRole('button', { name: /^Add all missing routes/ }));
  await act(async () => fireEvent.click(screen.getByRole('button', { name: 'Add 1 route' })));
  await screen.findByText(/10\.1\.0\.0\/16 leads to vpngw-00000001 here/);
  expect(sent.filter(({ name }) => name === 'vpc:CreateRoutes')).toEqual([]);
});
