/** The demo's company that speaks the API of today: its menu says so, its links open it, its lists are read by today's actions. */
import { languageNames } from '../../catalogue/languages.ts';
import nat from '../../src/families/nat-gateway/en.json' with { type: 'json' };
import { eip } from '../families/eip.ts';
import { eni } from '../families/eni.ts';
import { natGateway } from '../families/nat-gateway.ts';
import { networkAcl } from '../families/network-acl.ts';
import { peering } from '../families/peering.ts';
import { vpc } from '../families/vpc.ts';
import { confirmationOf, listOf } from '../support/pages.ts';
import { token } from '../support/product.ts';
import { expect, test } from '../support/test.ts';
import { messagesOf, texts } from '../support/texts.ts';

test.describe('in the account of today', () => {
  test.use({ company: 'games' });

  test('lists of three regions are read by actions of today, and each link stays in the account', async ({ page, sim }) => {
    const own = (await sim.accounts()).find(({ dialect }) => dialect === 'today')?.uin;
    const calls: string[] = [];
    page.on('request', (request) => {
      const call = /\/api\/call\/([^?]+)$/.exec(request.url())?.[1];
      // What joins networks is sought in the other accounts too, which speak the documents' API.
      if (call !== undefined && request.postDataJSON().account === own) calls.push(decodeURIComponent(call));
    });
    const vpcs = listOf(page, vpc);
    await vpcs.goto();
    await expect(vpcs.link('game-core 游戏核心')).toBeVisible();
    await expect(vpcs.link('production')).toHaveCount(0);
    const nats = listOf(page, natGateway);
    await nats.goto();
    await expect(nats.link('core_out')).toBeVisible();
    const peerings = listOf(page, peering);
    await peerings.goto();
    await expect(peerings.link('双大区')).toBeVisible();
    await expect(peerings.link('cn-sea')).toBeVisible();
    await peerings.link('双大区').click();
    await expect(page).toHaveURL(/account=\d+/);
    const acls = listOf(page, networkAcl);
    await acls.goto();
    await acls.link('edge-5').click();
    await expect(page.getByRole('row', { name: /公网入口/ })).toContainText('443');
    await expect(page.getByRole('row', { name: /回程/ })).toContainText('0.0.0.0/0');
    await vpcs.goto('', 'ap-singapore');
    await expect(vpcs.link('game-sea 东南亚')).toBeVisible();
    expect(calls).toEqual(expect.arrayContaining(['vpc/DescribeNatGateways', 'vpc/DescribeVpcPeeringConnections']));
    expect(calls.filter((call) => call.startsWith('vpc2017/'))).toEqual([]);
  });

  test('instances stand by name and state in lists and picks; a key that may not read them says so once', async ({
    page,
    sim,
    watched,
  }) => {
    const stopped = texts.en.account.values?.InstanceState?.STOPPED ?? '';
    const interfaces = listOf(page, eni);
    await interfaces.goto('', 'ap-guangzhou');
    await interfaces.search.fill('runner-02');
    await expect(interfaces.rows).toHaveCount(1);
    await expect(interfaces.rows.first()).toContainText(stopped);
    await interfaces.search.fill('runner-05');
    await expect(interfaces.rows.first()).toContainText('RESCUE_MODE');
    const eips = listOf(page, eip);
    await eips.goto('', 'ap-guangzhou');
    await expect(eips.rows.filter({ hasText: 'edge-b' })).toContainText('envoy-b-01');
    await eips.act('国庆备用', messagesOf('eip').bind);
    await page.getByRole('combobox').last().fill('runner-02');
    await expect(page.getByRole('option', { name: /runner-02.*ins-/ })).toContainText(stopped);
    watched.allow(422);
    await sim.fault({ service: 'cvm', action: 'DescribeInstances', kind: 'error', code: 'UnauthorizedOperation', times: null });
    await interfaces.goto('', 'ap-guangzhou');
    const said = page.getByText(texts.en.kit['machine.refused'].replace('{code}', 'UnauthorizedOperation'));
    await expect(said).toHaveCount(1);
    await expect(interfaces.link('matchmaking')).toBeVisible();
  });

  test('a port that a NAT gateway publishes is found, refused where it is taken, published and taken back', async ({ page }) => {
    const nats = listOf(page, natGateway);
    await nats.goto();
    await nats.link('core_out').click();
    const tabs = page.getByRole('navigation', { name: texts.en.kit.tabs });
    await tabs.getByRole('link', { name: nat.sources }).click();
    await expect(page.getByRole('table', { name: nat.sources })).toContainText('合作方白名单');
    await tabs.getByRole('link', { name: nat.published }).click();
    const table = page.getByRole('table', { name: nat.published });
    await expect(table).toContainText('大厅 lobby');
    const machine = (await table.getByRole('row', { name: /:443/ }).textContent())?.match(/(10\.40\.[\d.]+):8443/)?.[1] ?? '';
    await page.getByRole('link', { name: 'Publish a port' }).click();
    const panel = page.getByRole('dialog');
    await panel.getByRole('textbox', { name: /^Public port/ }).fill('443');
    await panel.getByRole('combobox', { name: /^Private address/ }).fill(machine);
    await page.keyboard.press('Enter');
    await panel.getByRole('textbox', { name: /^Private port/ }).fill('9443');
    const send = panel.getByRole('button', { name: 'Publish a port', exact: true });
    await send.click();
    await expect(panel).toContainText('is published already');
    await panel.getByRole('textbox', { name: /^Public port/ }).fill('9443');
    await send.click();
    const row = table.getByRole('row', { name: /:9443.*:9443/ });
    await expect(row).toBeVisible();
    await row.getByRole('button').last().click();
    await page.getByRole('menuitem', { name: texts.en.kit.delete, exact: true }).click();
    await confirmationOf(page, 'Withdraw port').confirm.click();
    await expect(row).toHaveCount(0);
  });

  for (const language of languageNames) {
    test(`the account menu tells what each account speaks: ${language}`, async ({ page }) => {
      await page.addInitScript((code) => localStorage.setItem('weft.preferences', JSON.stringify({ language: code })), language);
      await page.goto('/vpcs?region=ap-guangzhou');
      const { shell } = texts[language];
      await page.getByRole('button', { name: new RegExp(`^${shell.account}:`) }).click();
      const items = page.getByRole('menuitemradio');
      await expect(items.filter({ hasText: 'Xinghe Games 星河互娱' })).toContainText(shell['dialect.today']);
      await expect(items.filter({ hasText: 'Lanting Retail 兰亭零售' })).toContainText(shell['dialect.documents']);
      await expect(items.and(page.locator('[aria-checked="true"]'))).toContainText('Xinghe Games');
    });
  }
});

test('the server tells the dialect of each account', async ({ page, product }) => {
  const headers = { 'X-Weft': '1', Authorization: `Bearer ${token}` };
  const facts = (await (await page.request.get(`${product.url}/api/console`, { headers })).json()) as {
    accounts: { name: string; dialect: string }[];
  };
  expect(facts.accounts.map(({ name, dialect }) => [name, dialect])).toEqual([
    ['Lanting Retail 兰亭零售', 'documents'],
    ['Yuntong Logistics 云通物流', 'documents'],
    ['Xinghe Games 星河互娱', 'today'],
  ]);
});
