/** Whether one end reaches the other, on the demo cloud: each way that a path can end, and what is offered against it. */
import { expect as expectOf, type Page } from '@playwright/test';
import { messages } from '../../src/i18n/en/reachability.ts';
import { paths } from '../../src/paths.ts';
import { ask, eniOf, rowLike, subnetOf } from '../support/ask.ts';
import { clean } from '../support/axe.ts';
import { expect, test } from '../support/test.ts';

const place = { region: 'ap-guangzhou' } as const;

interface Question {
  readonly from: string;
  readonly to: string;
  readonly port: number;
}

const verdict = (page: Page) => page.getByRole('status').filter({ hasText: /Reachable|Blocked|It depends|Not known/ });
const way = (page: Page, label: string) => page.getByRole('list', { name: label, exact: true }).getByRole('listitem');
const repairs = (page: Page) => page.getByRole('list', { name: messages.repairs, exact: true }).getByRole('listitem');

async function asks(page: Page, { from, to, port }: Question): Promise<void> {
  await page.goto(paths.reachability(place, { from, to, protocol: 'TCP', port }));
  await expectOf(verdict(page)).toBeVisible();
}

/** What the answer is, and the hop it hangs on. */
async function answers(page: Page, word: RegExp, decided?: { readonly hop: string; readonly says: string | RegExp }): Promise<void> {
  await expectOf(verdict(page)).toContainText(word);
  const hop = page.getByRole('main').getByRole('listitem').filter({ hasText: messages.deciding });
  if (!decided) return expectOf(hop).toHaveCount(0);
  await expectOf(hop).toContainText(decided.hop);
  await expectOf(hop).toContainText(decided.says);
}

/** A route of the main table of a VPC. */
async function addRoute(page: Page, vpc: string, to: string, type: string, gateway: string): Promise<void> {
  const { VpcId } = await rowLike(page, 'vpc', { VpcName: vpc });
  const { RouteTableId } = await rowLike(page, 'routeTable', { VpcId, Main: true });
  const Routes = [{ DestinationCidrBlock: to, GatewayType: type, GatewayId: gateway }];
  await ask(page, 'vpc:CreateRoutes', { RouteTableId, Routes });
}

const peeringId = async (page: Page, peeringConnectionName: string): Promise<string> =>
  String((await rowLike(page, 'peering', { peeringConnectionName })).peeringConnectionId);

test.beforeEach(async ({ page }) => {
  // Calls go out from a page of the console.
  await page.goto(paths.reachability(place));
  await expect(page.getByText(messages.startTitle)).toBeVisible();
});

test('a path that works, asked by hand, hop by hop, there and back', async ({ page }) => {
  const main = page.getByRole('main');
  await main.getByRole('combobox', { name: messages.from, exact: true }).fill('web-tls');
  await page.getByRole('option', { name: /^web-tls · web-a/ }).click();
  await main.getByRole('combobox', { name: messages.to, exact: true }).fill('order-a');
  await page.getByRole('option', { name: /^order-a · production 10/ }).click();
  await main.getByRole('textbox', { name: messages.port, exact: true }).fill('8080');
  await answers(page, /Reachable/);
  await expect(way(page, messages.forward)).toContainText(['Interface', 'Security groups', 'Route', 'Interface', 'Security groups']);
  await expect(way(page, messages.forward).filter({ hasText: 'Rule 1 of app, inbound: allow TCP 8000-8999 from web' })).toBeVisible();
  await expect(way(page, messages.return).first()).toContainText('Local');
  // The address holds the question: a reload asks it again.
  await page.reload();
  await answers(page, /Reachable/);
  await clean(page, 'an answer');
  await main.getByRole('button', { name: messages.swap }).click();
  await expect(main.getByRole('combobox', { name: messages.to, exact: true })).toHaveValue(/^web-tls/);
});

test('blocked by a security group, which is linked', async ({ page }) => {
  await asks(page, { from: await eniOf(page, 'production', 'web-a'), to: await eniOf(page, 'production', 'order-a'), port: 9999 });
  await answers(page, /Blocked/, { hop: 'Security groups', says: 'No rule of app matches (inbound)' });
  await expect(repairs(page)).toContainText('Allow TCP 9999 inbound for 10.0.');
  await repairs(page).getByRole('link', { name: messages['repair.do.add-policy'] }).click();
  // The rule stands in the draft, and nothing is sent before it is applied.
  await expect(page.getByRole('heading', { level: 1, name: 'app', exact: true })).toBeVisible();
  await expect(page.getByRole('main').getByText(/9999/).first()).toBeVisible();
  await expect(page).not.toHaveURL(/add=/);
});

test('blocked by a network ACL on the way in', async ({ page }) => {
  await asks(page, { from: await eniOf(page, 'production', 'web-a'), to: await eniOf(page, 'production', 'mysql-a'), port: 22 });
  await answers(page, /Blocked/, { hop: 'Network ACL', says: /Rule 3 of mysql, inbound: deny everything from anyone/ });
  await repairs(page).getByRole('link', { name: messages['repair.do.add-acl-rule'] }).first().click();
  await expect(page.getByRole('dialog').locator('input[value="22"]')).toBeVisible();
});

test('blocked by a network ACL, which lets the packet in but not the answer out', async ({ page }) => {
  const SubnetId = await subnetOf(page, 'production', 'web-b');
  const { VpcId } = await rowLike(page, 'vpc', { VpcName: 'production' });
  const { data } = await ask(page, 'vpc2017:CreateNetworkAcl', { vpcId: VpcId, networkAclName: 'one-way' });
  const { networkAclId } = data as { networkAclId: string };
  const allowed = [{ desc: '', ipProtocol: 'tcp', cidrIp: '0.0.0.0/0', portRange: '443', action: 1 }];
  await ask(page, 'vpc2017:ModifyNetworkAclEntry', { vpcId: VpcId, networkAclId, ruleDirection: 1, networkAclEntrySet: allowed });
  const shut = [
    { desc: '', ipProtocol: 'tcp', cidrIp: '0.0.0.0/0', portRange: '443', action: 1 },
    { ...allowed[0], portRange: 'ALL', action: 0 },
  ];
  await ask(page, 'vpc2017:ModifyNetworkAclEntry', { vpcId: VpcId, networkAclId, ruleDirection: 0, networkAclEntrySet: shut });
  await ask(page, 'vpc2017:CreateSubnetAclRule', { vpcId: VpcId, networkAclId, subnetIds: [SubnetId] });
  await asks(page, { from: await eniOf(page, 'production', 'web-a'), to: await eniOf(page, 'production', 'web-b'), port: 443 });
  await answers(page, /Blocked/, { hop: 'Network ACL', says: /one-way.*outbound/s });
  await expect(verdict(page)).toContainText(messages['words.blockedReturn']);
  await expect(way(page, messages.return).filter({ hasText: messages.deciding })).toContainText('one-way');
});

test('a missing route: the form that adds it is filled', async ({ page }) => {
  await asks(page, { from: await eniOf(page, 'production', 'web-a'), to: await eniOf(page, 'dmz', 'edge-a'), port: 443 });
  await answers(page, /Blocked/, { hop: 'Route', says: /has no route to it/ });
  await clean(page, 'a blocked answer');
  await page.emulateMedia({ colorScheme: 'dark' });
  await clean(page, 'a blocked answer, dark');
  const there = repairs(page).filter({ hasText: 'Add a route to 10.30.0.0/22 by prod-dmz' });
  await there.getByRole('link', { name: messages['repair.do.add-route'] }).click();
  const form = page.getByRole('dialog');
  await expect(form.getByLabel('Destination', { exact: true })).toHaveValue('10.30.0.0/22');
  await expect(form.getByRole('combobox').last()).toHaveValue(/prod-dmz/);
});

test('a missing way back', async ({ page }) => {
  await addRoute(page, 'production', '10.30.0.0/22', 'PEERCONNECTION', await peeringId(page, 'prod-dmz'));
  await asks(page, { from: await eniOf(page, 'production', 'web-a'), to: await eniOf(page, 'dmz', 'edge-a'), port: 443 });
  await expect(way(page, messages.forward).filter({ hasText: 'Peering connection' })).toContainText('prod-dmz');
  await expect(way(page, messages.return).filter({ hasText: /has no route to it/ })).toBeVisible();
  await expect(repairs(page).filter({ hasText: 'Add a route to 10.0.0.0/16 by prod-dmz' })).toBeVisible();
});

test('a dead next hop takes what it matches', async ({ page }) => {
  const { RouteTableId } = await rowLike(page, 'routeTable', { RouteTableName: 'data 数据层' });
  const SubnetId = await subnetOf(page, 'production', 'web-a');
  await ask(page, 'vpc:ReplaceRouteTableAssociation', { SubnetId, RouteTableId });
  await asks(page, { from: await eniOf(page, 'production', 'web-a'), to: await eniOf(page, 'office-广州总部', 'voip'), port: 443 });
  await answers(page, /Blocked/, { hop: 'Route', says: /10\.100\.0\.0\/20 by 10\.0\.3\.250.*The next hop 10\.0\.3\.250 is gone/s });
});

test('ranges that overlap: the packet never leaves its own VPC', async ({ page }) => {
  const to = await eniOf(page, 'test-收购-yunshang', 'all', { region: 'ap-shanghai' });
  await asks(page, { from: await eniOf(page, 'staging', 'web-a'), to, port: 22 });
  await answers(page, /Blocked/, { hop: 'Route', says: /Local: 10\.8\.0\.0\/16 stays in staging/ });
  await expect(repairs(page)).toHaveCount(0);
});

test('a peering of a peer leads nowhere: only a peering of one’s own would', async ({ page }) => {
  await asks(page, { from: await eniOf(page, 'dmz', 'edge-a'), to: await eniOf(page, 'payment 支付隔离区', 'pay-api-b'), port: 8443 });
  await answers(page, /Blocked/, { hop: 'Route', says: /no route/ });
  const repair = repairs(page).filter({ hasText: 'Peer dmz with payment 支付隔离区' });
  await repair.getByRole('link', { name: messages['repair.do.create-peering'] }).click();
  await expect(page.getByRole('dialog').getByLabel('Initiating VPC', { exact: true })).toHaveValue('dmz');
});

test('out to the internet through a NAT gateway', async ({ page }) => {
  const { natId } = await rowLike(page, 'natGateway', { natName: 'data_out' }, { region: 'ap-shanghai' });
  const { VpcId } = await rowLike(page, 'vpc', { VpcName: 'data-platform 数据平台' }, { region: 'ap-shanghai' });
  const { RouteTableId } = await rowLike(page, 'routeTable', { VpcId, Main: true }, { region: 'ap-shanghai' });
  const Routes = [{ DestinationCidrBlock: '0.0.0.0/0', GatewayType: 'NAT', GatewayId: natId }];
  await ask(page, 'vpc:CreateRoutes', { RouteTableId, Routes }, { region: 'ap-shanghai' });
  const from = await eniOf(page, 'data-platform 数据平台', 'kafka-b', { region: 'ap-shanghai' });
  await asks(page, { from, to: 'internet', port: 443 });
  await answers(page, /Reachable/);
  await expect(way(page, messages.forward).filter({ hasText: 'NAT gateway' })).toContainText('data_out');
});

test('in from the internet through an elastic IP', async ({ page }) => {
  // A machine may be named in the place of its interface.
  const to = String((await rowLike(page, 'eip', { AddressName: 'bastion' })).InstanceId);
  await asks(page, { from: '203.0.113.77', to, port: 22 });
  await answers(page, /Reachable/);
  await expect(way(page, messages.forward).filter({ hasText: 'Public address' })).toBeVisible();
  await expect(way(page, messages.forward).filter({ hasText: 'allow TCP 22 from 203.0.113.77' })).toBeVisible();
});

test('what is not known is said, and what an address is', async ({ page }) => {
  await asks(page, { from: await eniOf(page, 'production', 'web-a'), to: '10.0.39.200', port: 3306 });
  await answers(page, /Not known/, { hop: 'Interface', says: /No interface is known to have 10\.0\.39\.200/ });
  await page.goto(paths.reachability(place, { from: 'nobody', to: 'internet', port: 443 }));
  await expect(page.getByText('“nobody” is no interface')).toBeVisible();
});
