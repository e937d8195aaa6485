/** Whether one end reaches the other, on the demo cloud: each way that a path can end, and what is offered against it. */
import type { Page } from '@playwright/test';
import maps from '../../src/maps/en.json' with { type: 'json' };
import messages from '../../src/pages/reachability/en.json' with { type: 'json' };
import topology from '../../src/pages/topology/en.json' with { type: 'json' };
import { paths } from '../../src/paths.ts';
import { addRoute, ask, eniOf, rowLike, subnetOf } from '../support/ask.ts';
import { clean } from '../support/axe.ts';
import { expect as expectOf } from '../support/expect.ts';
import { expect, test } from '../support/test.ts';

const scope = { region: 'ap-guangzhou' } as const;

interface Question {
  readonly from: string;
  readonly to: string;
  readonly port: number;
}

const verdict = (page: Page) => page.getByRole('status').filter({ hasText: /Reachable|Blocked|It depends|Not known/ });
const way = (page: Page, label: string) => page.getByRole('list', { name: label, exact: true }).getByRole('listitem');
const repairs = (page: Page) => page.getByRole('list', { name: messages.repairs, exact: true }).getByRole('listitem');
const drawing = (page: Page) => page.getByRole('main').getByRole('img');
const end = (page: Page, label: string) => page.getByRole('main').getByRole('combobox', { name: label, exact: true });

/** By URL the first time, then by hand: loading the page anew costs more than all else. */
async function asks(page: Page, { from, to, port }: Question): Promise<void> {
  const query = { from, to, protocol: 'TCP', port };
  if (!page.url().includes('/reachability')) await page.goto(paths.page('reachability', scope, query));
  else {
    for (const [label, id] of [
      [messages.from, from],
      [messages.to, to],
    ] as const) {
      // An id that is typed whole is taken as it is.
      await end(page, label).fill(id);
      await end(page, label).press('Tab');
    }
    await page.getByRole('main').getByRole('textbox', { name: messages.port, exact: true }).fill(String(port));
  }
  await expect(page).toHaveURL((url) =>
    Object.entries(query).every(([name, value]) => (url.searchParams.get(name) ?? 'TCP') === String(value)),
  );
  await expectOf(verdict(page)).toBeVisible();
}

/** What the answer is, and the hop it hangs on: in words, in the list, and in the drawing. */
async function answers(page: Page, word: RegExp, decided?: { readonly hop: string; readonly says: string | RegExp }): Promise<void> {
  const hop = page.getByRole('main').getByRole('listitem').filter({ hasText: messages.deciding });
  if (decided) {
    await expectOf(hop).toContainText(decided.hop);
    await expectOf(hop).toContainText(decided.says);
  } else await expectOf(hop).toHaveCount(0);
  await expectOf(verdict(page)).toContainText(word);
  await expect(drawing(page)).toHaveAccessibleName(word);
}

/** The hops that the drawing marks as stops, by what they are and what they are called. */
const stops = (page: Page) => drawing(page).locator('[data-result=block]');

/** An ACL of a subnet that lets packets to port 443 in and their answers not out. */
async function shutBehind(page: Page, vpc: string, subnet: string): Promise<void> {
  const SubnetId = await subnetOf(page, vpc, subnet);
  const { VpcId } = await rowLike(page, 'vpc', { VpcName: vpc });
  const { data } = await ask(page, 'vpc2017:CreateNetworkAcl', { vpcId: VpcId, networkAclName: 'one-way' });
  const { networkAclId } = data as { networkAclId: string };
  const allowed = [{ desc: '', ipProtocol: 'tcp', cidrIp: '0.0.0.0/0', portRange: '443', action: 1 }];
  const shut = [...allowed, { ...allowed[0], portRange: 'ALL', action: 0 }];
  for (const [ruleDirection, networkAclEntrySet] of [allowed, shut].reverse().entries()) {
    await ask(page, 'vpc2017:ModifyNetworkAclEntry', { vpcId: VpcId, networkAclId, ruleDirection, networkAclEntrySet });
  }
  await ask(page, 'vpc2017:CreateSubnetAclRule', { vpcId: VpcId, networkAclId, subnetIds: [SubnetId] });
}

test('a path that works, asked by hand: hop by hop, drawn, and on the map', async ({ page }) => {
  await page.goto(paths.page('reachability', scope));
  await expect(page.getByText(messages.startTitle)).toBeVisible();
  await end(page, messages.from).fill('web-tls');
  await page.getByRole('option', { name: /^web-tls · web-a/ }).click();
  await end(page, messages.to).fill('order-a');
  await page.getByRole('option', { name: /^order-a · production 10/ }).click();
  await page.getByRole('main').getByRole('textbox', { name: messages.port, exact: true }).fill('8080');
  await answers(page, /Reachable/);
  await expect(way(page, messages.forward)).toContainText(['Interface', 'Security groups', 'Route', 'Interface', 'Security groups']);
  const rule = way(page, messages.forward).filter({ hasText: 'Rule 1 of app, inbound: allow TCP 8000-8999 from web' });
  await expect(rule).toBeVisible();
  await expect(way(page, messages.return).first()).toContainText('Local');

  await test.step('what is pressed in the drawing is shown in the list, and the other way round', async () => {
    await expect(stops(page)).toHaveCount(0);
    const box = drawing(page).locator('[data-hop="forward 4"]');
    await box.click();
    await expect(rule).toBeFocused();
    await expect(box).toHaveAttribute('data-marked', 'true');
    await way(page, messages.return).first().hover();
    await expect(box).not.toHaveAttribute('data-marked');
    await expect(drawing(page).locator('[data-hop="return 0"]')).toHaveAttribute('data-marked', 'true');
  });

  await test.step('the URL holds the question: a reload asks it again', async () => {
    await page.reload();
    await answers(page, /Reachable/);
    await clean(page, 'an answer');
  });

  await test.step('the way is drawn on the map of each VPC it comes through, with its stops in words', async () => {
    await page.getByRole('link', { name: messages.onVpcMap.replace('{name}', 'production'), exact: true }).click();
    const map = page.getByRole('group', { name: maps.of.replace('{name}', 'production'), exact: true });
    await expect(map.getByRole('button', { name: /^web-a, subnet, .*, stop 1 and 6$/ })).toBeVisible({ timeout: 20_000 });
    await expect(map.getByRole('button', { name: /^order-a, subnet, .*, stop 3 and 4$/ })).toBeVisible();
    const told = page.getByRole('region', { name: maps['path.stops'], exact: true });
    await expect(told.getByRole('list', { name: messages.forward, exact: true })).toContainText(/web-a.*order-a/s);
    await expect(page.getByRole('region', { name: maps.path, exact: true })).toContainText('Reachable');
    await clean(page, 'a path on the map of a VPC', 'main');
    await page.getByRole('link', { name: maps['path.why'], exact: true }).click();
    await answers(page, /Reachable/);
  });

  await test.step('the path is drawn on the topology’s map, from where one comes back', async () => {
    await page.getByRole('link', { name: messages.onMap, exact: true }).click();
    await expect(
      page.getByRole('group', { name: topology.map, exact: true }).getByRole('button', { name: /^production, VPC/ }),
    ).toBeVisible();
    const strip = page.getByRole('region', { name: topology.path, exact: true });
    await expect(strip).toContainText('production');
    await expect(strip).not.toContainText(topology.pathEnds.replace('{name}.', ''));
    await clean(page, 'a path on the map', 'main');
    await strip.getByRole('link', { name: topology.pathWhy, exact: true }).click();
    await answers(page, /Reachable/);
  });
  await page.getByRole('main').getByRole('button', { name: messages.swap }).click();
  await expect(end(page, messages.to)).toHaveValue(/^web-tls/);
});

test('what stops a packet on its way there, and what would change it', async ({ page }) => {
  const webA = await eniOf(page, 'production', 'web-a');
  const edgeA = await eniOf(page, 'dmz', 'edge-a');

  await test.step('a network ACL on the way in', async () => {
    await asks(page, { from: webA, to: await eniOf(page, 'production', 'mysql-a'), port: 22 });
    await answers(page, /Blocked/, { hop: 'Network ACL', says: /Rule 3 of mysql, inbound: deny everything from anyone/ });
    await expect(stops(page).first()).toHaveText(/^Network ACL mysql: stops here/);
    await repairs(page).getByRole('link', { name: messages['repair.do.add-acl-rule'] }).first().click();
    // It stands in the draft of the ACL's rules, and nothing is sent before it is applied.
    await expect(page.locator('tr[data-row]').filter({ hasText: 'TCP 22' })).toBeVisible();
    await expect(page).not.toHaveURL(/ipProtocol=/);
  });

  await test.step('a missing route: the form that adds it is filled', async () => {
    await asks(page, { from: webA, to: edgeA, port: 443 });
    await answers(page, /Blocked/, { hop: 'Route', says: /has no route to it/ });
    // The receiver is drawn where it stands; the line does not come so far.
    await expect(drawing(page)).toContainText('edge-a');
    await clean(page, 'a blocked answer');
    const there = repairs(page).filter({ hasText: 'Add a route to 10.30.0.0/22 by prod-dmz' });
    await there.getByRole('link', { name: messages['repair.do.add-route'] }).click();
    const form = page.getByRole('dialog');
    await expect(form.getByLabel('Destination', { exact: true })).toHaveValue('10.30.0.0/22');
    await expect(form.getByRole('combobox').last()).toHaveValue(/prod-dmz/);
    await page.goBack();
  });

  await test.step('on the map the path is seen as far as it comes', async () => {
    await page.getByRole('link', { name: messages.onMap, exact: true }).click();
    const strip = page.getByRole('region', { name: topology.path, exact: true });
    await expect(strip).toContainText(topology.pathEnds.replace('{name}', 'production'));
    await expect(
      page
        .getByRole('group', { name: topology.map, exact: true })
        .getByRole('button', { name: /^production, VPC.*stop 1: the packet ends here$/ }),
    ).toBeVisible();
    await expect(strip).toContainText('production → dmz');
    await page.goBack();
  });

  await test.step('ranges that overlap: the packet never leaves its own VPC', async () => {
    const to = await eniOf(page, 'test-收购-yunshang', 'all', { region: 'ap-shanghai' });
    await asks(page, { from: await eniOf(page, 'staging', 'web-a'), to, port: 22 });
    await answers(page, /Blocked/, { hop: 'Route', says: /Local: 10\.8\.0\.0\/16 stays in staging/ });
    await expect(repairs(page)).toHaveCount(0);
  });

  await test.step('a peering of a peer leads nowhere: only a peering of one’s own would', async () => {
    await asks(page, { from: edgeA, to: await eniOf(page, 'payment 支付隔离区', 'pay-api-b'), port: 8443 });
    await answers(page, /Blocked/, { hop: 'Route', says: /no route/ });
    const repair = repairs(page).filter({ hasText: 'Peer dmz with payment 支付隔离区' });
    await repair.getByRole('link', { name: messages['repair.do.create-peering'] }).click();
    await expect(page.getByRole('dialog').getByLabel('Initiating VPC', { exact: true })).toHaveValue('dmz');
    await page.goBack();
  });

  await test.step('what is not known is said, and what an address is', async () => {
    await asks(page, { from: webA, to: '10.0.39.200', port: 3306 });
    await answers(page, /Not known/, { hop: 'Interface', says: /No interface is known to have 10\.0\.39\.200/ });
    await end(page, messages.from).fill('nobody');
    await end(page, messages.from).press('Tab');
    await expect(page.getByText('“nobody” is no interface')).toBeVisible();
  });

  await test.step('a security group, which is linked', async () => {
    await asks(page, { from: webA, to: await eniOf(page, 'production', 'order-a'), port: 9999 });
    await answers(page, /Blocked/, { hop: 'Security groups', says: 'No rule of app matches (inbound)' });
    await expect(stops(page)).toHaveText(/^Security groups app: stops here/);
    await expect(repairs(page)).toContainText('Allow TCP 9999 inbound for 10.0.');
    await repairs(page).getByRole('link', { name: messages['repair.do.add-policy'] }).click();
    // The rule stands in the draft, and nothing is sent before it is applied.
    await expect(page.getByRole('heading', { level: 1, name: 'app', exact: true })).toBeVisible();
    await expect(page.getByRole('main').getByText(/9999/).first()).toBeVisible();
    await expect(page).not.toHaveURL(/add=/);
  });
});

test('answers that do not come back, a dead next hop, out through NAT, in through an elastic IP', async ({ page }) => {
  const shanghai = { region: 'ap-shanghai' } as const;
  const data = 'data-platform 数据平台';
  // The network is changed before the page reads it.
  await shutBehind(page, 'production', 'web-b');
  const { peeringConnectionId } = await rowLike(page, 'peering', { peeringConnectionName: 'prod-dmz' });
  await addRoute(page, 'production', { to: '10.30.0.0/22', type: 'PEERCONNECTION', gateway: String(peeringConnectionId) });
  const { RouteTableId } = await rowLike(page, 'routeTable', { RouteTableName: 'data 数据层' });
  const SubnetId = await subnetOf(page, 'production', 'order-a');
  await ask(page, 'vpc:ReplaceRouteTableAssociation', { SubnetId, RouteTableId });
  const { natId } = await rowLike(page, 'natGateway', { natName: 'data_out' }, shanghai);
  await addRoute(page, data, { to: '0.0.0.0/0', type: 'NAT', gateway: String(natId) }, shanghai);
  const webA = await eniOf(page, 'production', 'web-a');

  await test.step('a network ACL lets the packet in but not the answer out', async () => {
    await asks(page, { from: webA, to: await eniOf(page, 'production', 'web-b'), port: 443 });
    await answers(page, /Blocked/, { hop: 'Network ACL', says: /one-way.*outbound/s });
    await expect(verdict(page)).toContainText(messages['words.blockedReturn']);
    await expect(way(page, messages.return).filter({ hasText: messages.deciding })).toContainText('one-way');
    await expect(stops(page)).toHaveAttribute('data-hop', 'return 0');
  });

  await test.step('a missing way back', async () => {
    await asks(page, { from: webA, to: await eniOf(page, 'dmz', 'edge-a'), port: 443 });
    await expect(way(page, messages.forward).filter({ hasText: 'Peering connection' })).toContainText('prod-dmz');
    await expect(way(page, messages.return).filter({ hasText: /has no route to it/ })).toBeVisible();
    await expect(repairs(page).filter({ hasText: 'Add a route to 10.0.0.0/16 by prod-dmz' })).toBeVisible();
    await expect(drawing(page)).toContainText('prod-dmz');
  });

  await test.step('a dead next hop takes what it matches', async () => {
    const to = await eniOf(page, 'office-广州总部', 'voip');
    await asks(page, { from: await eniOf(page, 'production', 'order-a'), to, port: 443 });
    await answers(page, /Blocked/, {
      hop: 'Route',
      says: /10\.100\.0\.0\/20 by 10\.0\.3\.250.*The next hop 10\.0\.3\.250 is not in this VPC/s,
    });
  });

  await test.step('out to the internet through a NAT gateway', async () => {
    await asks(page, { from: await eniOf(page, data, 'kafka-b', shanghai), to: 'internet', port: 443 });
    await answers(page, /Reachable/);
    // It names the gateway's address, not the sender's.
    await expect(way(page, messages.forward).filter({ hasText: 'NAT gateway' })).toContainText(
      /data_out.*Leaves with an address of its own: (?!10\.)[\d.]+/,
    );
    await expect(drawing(page).locator('[data-hop="forward 3"]').first()).toHaveText(/data_out/);
  });

  await test.step('in from the internet through an elastic IP', async () => {
    // A machine may be named in the place of its interface.
    const to = String((await rowLike(page, 'eip', { AddressName: 'bastion' })).InstanceId);
    await asks(page, { from: '203.0.113.77', to, port: 22 });
    await answers(page, /Reachable/);
    await expect(way(page, messages.forward).filter({ hasText: 'Public address' })).toBeVisible();
    await expect(way(page, messages.forward).filter({ hasText: 'allow TCP 22 from 203.0.113.77' })).toBeVisible();
  });
});
