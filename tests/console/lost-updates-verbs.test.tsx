// @vitest-environment happy-dom
/** An operation that hangs on what somebody changed meanwhile is not sent before a person was told. */
import { cleanup, fireEvent, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { loadText } from '../../catalogue/text/load.ts';
import { fieldText } from '../../catalogue/text/shape.ts';
import type { AnyRow } from '../../src/lib/family.ts';
import { paths } from '../../src/paths.ts';
import {
  behind,
  box,
  dialogIsGone,
  field,
  goOn,
  isStopped,
  open,
  panel,
  rowNow,
  rowsNow,
  scope,
  sends,
  submit,
  theirs,
  type,
} from './support.tsx';

beforeEach(behind);
afterEach(cleanup);

const table = async (): Promise<{ readonly id: string; readonly routes: readonly AnyRow[] }> => {
  const found =
    (await rowsNow('route-table')).find((row) => (row.RouteSet as AnyRow[]).some(({ GatewayType }) => GatewayType === 'NAT')) ?? {};
  return { id: String(found.RouteTableId), routes: found.RouteSet as AnyRow[] };
};

test('a route that was given another next hop is neither changed nor deleted unseen', async () => {
  const { id, routes } = await table();
  const route = routes.find(({ GatewayType }) => GatewayType === 'NAT') ?? {};
  for (const operation of ['replaceRoutes', 'deleteRoutes'] as const) {
    await open('route-table', paths.verb('route-table', id, operation, scope, { RouteId: String(route.RouteId) }));
    await waitFor(submit);
    const now = ((await rowNow('route-table', id)).RouteSet as AnyRow[]).find(({ RouteId }) => RouteId === route.RouteId) ?? {};
    await theirs('vpc:ReplaceRoutes', { RouteTableId: id, Routes: [{ ...now, RouteDescription: `theirs ${operation}` }] });
    fireEvent.click(submit());
    await isStopped(`theirs ${operation}`);
    cleanup();
  }
  expect([...sends('vpc:DeleteRoutes'), ...sends('vpc:ReplaceRoutes')]).toEqual([]);
});

test('a subnet that was made to follow another table', async () => {
  const tables = await rowsNow('route-table');
  const [a, b, c] = tables.filter(({ VpcId }) => tables.filter((other) => other.VpcId === VpcId).length > 2);
  const subnet = (await rowsNow('subnet')).find(({ RouteTableId }) => RouteTableId === a?.RouteTableId) ?? {};
  const at = paths.verb('route-table', String(b?.RouteTableId), 'associate', scope, { SubnetId: String(subnet.SubnetId) });
  await open('route-table', at);
  await waitFor(() => panel().getAllByText(new RegExp(String(a?.RouteTableName))));
  await theirs('vpc:ReplaceRouteTableAssociation', { SubnetId: subnet.SubnetId, RouteTableId: c?.RouteTableId });
  fireEvent.click(submit());
  await isStopped(String(c?.RouteTableId));
  expect((await rowNow('subnet', String(subnet.SubnetId))).RouteTableId).toBe(c?.RouteTableId);
  await goOn();
  fireEvent.click(submit());
  await dialogIsGone();
  expect((await rowNow('subnet', String(subnet.SubnetId))).RouteTableId).toBe(b?.RouteTableId);
});

test('a subnet that was put under another ACL', async () => {
  const acls = await rowsNow('network-acl');
  const acl = acls[0] ?? {};
  const made = await theirs('vpc2017:CreateNetworkAcl', { vpcId: acl.unVpcId, networkAclName: 'other' });
  const other = String((made.data as AnyRow).networkAclId);
  const subnet = (await rowsNow('subnet')).find(({ VpcId }) => VpcId === acl.unVpcId) ?? {};
  const name = String(subnet.SubnetId);
  const bound = { vpcId: acl.unVpcId, subnetIds: [name] };
  await open('network-acl', paths.verb('network-acl', String(acl.networkAclId), 'bind', scope, { subnets: name }));
  await waitFor(() => panel().getAllByRole('checkbox', { checked: true }));
  await theirs('vpc2017:CreateSubnetAclRule', { ...bound, networkAclId: other });
  fireEvent.click(submit());
  await isStopped(other);
  expect(sends('vpc2017:CreateSubnetAclRule')).toEqual([]);
});

test('a translation of a leased line that was described anew', async () => {
  const gateway = (await rowsNow('direct-connect-gateway')).find(({ snatNum }) => Number(snatNum) > 0) ?? {};
  const id = String(gateway.directConnectGatewayId);
  const of = { vpcId: gateway.unVpcId, directConnectGatewayId: id };
  const answer = await theirs('vpc2017:DescribeLocalIPTranslationNatRule', of);
  const [rule = {}] = (answer.data ?? answer.localIPTranslation) as AnyRow[];
  const was = { oldOriginalIP: String(rule.originalIP), oldTranslationIP: String(rule.translationIP) };
  const values = {
    originalIP: String(rule.originalIP),
    translationIP: String(rule.translationIP),
    description: String(rule.description),
  };
  await open('direct-connect-gateway', paths.verb('direct-connect-gateway', id, 'updateLocalIP', scope, { ...was, ...values }));
  await field('Description');
  await theirs('vpc2017:ModifyLocalIPTranslationNatRule', { ...of, ...was, ...values, description: 'theirs' });
  type('Translated address', '100.64.8.99');
  fireEvent.click(submit());
  await isStopped('theirs');
  expect(sends('vpc2017:ModifyLocalIPTranslationNatRule')).toEqual([]);
});

test('a gateway that was resized', async () => {
  const vpn = (await rowsNow('vpn-gateway')).find(({ InternetMaxBandwidthOut }) => Number(InternetMaxBandwidthOut) < 50) ?? {};
  const id = String(vpn.VpnGatewayId);
  await open('vpn-gateway', paths.verb('vpn-gateway', id, 'resize', scope));
  const label = fieldText(await loadText('en', 'vpn-gateway'), '', 'InternetMaxBandwidthOut').label;
  await field(label);
  await theirs('vpc:ResetVpnGatewayInternetMaxBandwidth', { VpnGatewayId: id, InternetMaxBandwidthOut: 50 });
  fireEvent.change(box(label), { target: { value: '100' } });
  fireEvent.click(submit());
  await isStopped('50');
  expect(sends('vpc:ResetVpnGatewayInternetMaxBandwidth')).toEqual([]);
});
