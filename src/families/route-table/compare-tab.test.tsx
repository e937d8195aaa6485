// @vitest-environment happy-dom
import { cleanup, screen, within } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import type { RouteTable } from '../../../catalogue/families/route-table/index.ts';
import { startLanguage } from '../../i18n/index.ts';
import { fakeCloud, show } from '../../kit/testing.tsx';
import { CompareTab } from './compare-tab.tsx';

const vpc = 'vpc-00000001';
const made = '2020-01-01 00:00:00';
const table = (id: string, routes: readonly (readonly [string, string])[]) => ({
  ...{ RouteTableId: id, VpcId: vpc, RouteTableName: `${id} name`, Main: false, CreatedTime: made, AssociationSet: [] },
  RouteSet: routes.map(([DestinationCidrBlock, GatewayId], at) => ({
    ...{ RouteId: at + 1, DestinationCidrBlock, GatewayType: 'NAT', GatewayId, RouteDescription: '' },
  })),
});
const tables = [
  table('rtb-00000001', [
    ['0.0.0.0/0', 'nat-00000001'],
    ['172.16.0.0/16', 'nat-00000001'],
  ]),
  table('rtb-00000002', [
    ['0.0.0.0/0', 'nat-00000001'],
    ['172.16.0.0/16', 'nat-00000002'],
  ]),
];

afterEach(cleanup);

it('tells which destinations two tables send elsewhere, and nothing of what they send alike', async () => {
  fakeCloud({
    'vpc:DescribeVpcs': () => ({
      TotalCount: 1,
      VpcSet: [{ VpcId: vpc, VpcName: 'home', CidrBlock: '10.0.0.0/16', IsDefault: false, EnableMulticast: false, CreatedTime: made }],
    }),
    'vpc:DescribeSubnets': () => ({ TotalCount: 0, SubnetSet: [] }),
    'vpc:DescribeRouteTables': () => ({ TotalCount: 2, RouteTableSet: tables }),
  });
  await startLanguage('routeTable', 'maps');
  await show(<CompareTab table={tables[0] as unknown as RouteTable} />, '/?with=rtb-00000002');
  const differences = await screen.findByRole('table');
  const rows = within(differences).getAllByRole('row').slice(1);
  expect(rows).toHaveLength(1);
  expect(rows[0]?.textContent).toContain('172.16.0.0/16');
  expect(rows[0]?.textContent).toMatch(/nat-00000001.*nat-00000002/);
});
