// @vitest-environment happy-dom
import { cleanup, screen, within } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import type { NatGateway } from '../../../catalogue/families/nat-gateway/index.ts';
import { startLanguage } from '../../i18n/index.ts';
import { fakeCloud, show } from '../../kit/testing.tsx';
import { RoutesThrough } from './routes-through.tsx';

afterEach(cleanup);

it('routes of IPv6, whose numbers are all 0, stand with their destinations, each once', async () => {
  const route = (RouteId: number, RouteItemId: string, DestinationCidrBlock: string, DestinationIpv6CidrBlock: string) => ({
    ...{ RouteId, RouteItemId, DestinationCidrBlock, DestinationIpv6CidrBlock },
    ...{ GatewayType: 'NAT', GatewayId: 'nat-00000001', RouteDescription: '' },
  });
  const table = {
    ...{ RouteTableId: 'rtb-00000001', VpcId: 'vpc-00000001', RouteTableName: 'out', Main: false, AssociationSet: [] },
    CreatedTime: '2020-01-01 00:00:00',
    RouteSet: [route(1, 'rti-1', '0.0.0.0/0', ''), route(0, 'rti-2', '', '2001:db8::/32'), route(0, 'rti-3', '', '64:ff9b::/96')],
  };
  fakeCloud({ 'vpc:DescribeRouteTables': () => ({ TotalCount: 1, RouteTableSet: [table] }) });
  await startLanguage('natGateway', 'routeTable');
  await show(<RoutesThrough gateway={{ natId: 'nat-00000001', vpcId: 'vpc-00000001' } as NatGateway} />);
  const rows = within(await screen.findByRole('table'))
    .getAllByRole('row')
    .slice(1);
  expect(rows.map((row) => within(row).getAllByRole('cell')[0]?.textContent)).toEqual(['0.0.0.0/0', '2001:db8::/32', '64:ff9b::/96']);
});
