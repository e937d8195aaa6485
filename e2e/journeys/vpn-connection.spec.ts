/** A tunnel from nothing to nothing: gateway, remote end, connection, device configuration, renewal of the keys, and all taken down again. */
import { readFileSync } from 'node:fs';
import messages from '../../src/families/vpn-connection/en.json' with { type: 'json' };
import gatewayTexts from '../../src/families/vpn-gateway/en.json' with { type: 'json' };
import { customerGateway } from '../families/customer-gateway.ts';
import { vpnConnection } from '../families/vpn-connection.ts';
import { vpnGateway } from '../families/vpn-gateway.ts';
import { createTitle } from '../support/family.ts';
import { actOnPage, deletionOf, formOf, listOf } from '../support/pages.ts';
import { expect, test } from '../support/test.ts';
import { texts } from '../support/texts.ts';

const { kit } = texts.en;
const title = (action: string): string => texts.en['vpn-connection'].actions[`vpc:${action}`]?.title ?? '';

test('build a tunnel, take the device’s configuration, reset it, take it down', async ({ page, watched }) => {
  watched.allow(422); // What is going is asked for until the cloud says that it is gone.
  const gateways = listOf(page, vpnGateway);
  const connections = listOf(page, vpnConnection);
  await test.step('buy the near end', async () => {
    await gateways.goto();
    await gateways.create.click();
    const form = formOf(page, createTitle(vpnGateway));
    await form.fill({ VPC: 'staging', Name: 'near', 'Bandwidth (Mbps)': '20' });
    await expect(form.panel.getByRole('region', { name: gatewayTexts.price })).toContainText('1.7');
    await form.submit.click();
    await expect(gateways.row('near')).toContainText('Available');
  });
  await test.step('name the remote end', async () => {
    const list = listOf(page, customerGateway);
    await list.goto();
    await list.create.click();
    const form = formOf(page, createTitle(customerGateway));
    await form.fill({ Name: 'branch', 'Public address': '198.51.100.9' });
    await form.submit.click();
    await expect(list.row('branch')).toBeVisible();
  });
  await test.step('join them', async () => {
    await connections.goto();
    await connections.create.click();
    const form = formOf(page, createTitle(vpnConnection));
    await form.fill({ Name: 'tunnel', 'VPN gateway': 'near', 'Customer gateway': 'branch', 'Remote blocks 1': '192.168.77.0/24' });
    await expect(form.field('Local block 1')).toHaveValue('10.8.0.0/16');
    await form.panel.getByRole('button', { name: messages.newKey, exact: true }).click();
    await expect(form.field('Pre-shared key')).toHaveAttribute('type', 'password');
    await expect(form.field('Pre-shared key')).toHaveValue(/^\w{32}$/);
    await form.submit.click();
    await expect(connections.row('tunnel')).toContainText('Up');
  });
  await test.step('the page says what is missing, and covers the key', async () => {
    await connections.link('tunnel').click();
    await expect(page.getByText(/No route leads to 192\.168\.77\.0\/24/)).toBeVisible();
    await expect(page.getByText(kit['leadsNotice.nothing'])).toBeVisible();
    await expect(page.getByText(kit['secret.covered'])).toBeAttached();
  });
  await test.step('the device’s configuration is shown without the key and downloaded with it', async () => {
    await page.getByRole('link', { name: messages.configuration, exact: true }).click();
    await page.getByLabel(messages.interface, { exact: true }).fill('GigabitEthernet0/1');
    await page.getByRole('button', { name: messages.write, exact: true }).click();
    const text = page.getByRole('region', { name: messages.configuration, exact: true });
    await expect(text).toContainText('crypto isakmp key ••••••••');
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: messages.download, exact: true }).click(),
    ]);
    expect(readFileSync(await file.path(), 'utf8')).toMatch(/crypto isakmp key \w{32} address/);
  });
  await test.step('reset', async () => {
    await actOnPage(page, title('ResetVpnConnection'));
    await page
      .getByRole('alertdialog')
      .getByRole('button', { name: title('ResetVpnConnection'), exact: true })
      .click();
    await expect(page.getByRole('alertdialog')).toHaveCount(0);
    // It is up, and nothing leads to it yet.
    const up = kit['leads.nothing'].replace('{state}', 'Up');
    await expect(page.getByRole('main').getByText(up, { exact: true }).first()).toBeVisible();
  });
  await test.step('take it down', async () => {
    await connections.goto();
    await connections.act('tunnel', kit.delete);
    await deletionOf(page).confirm.click();
    await expect(connections.row('tunnel')).toHaveCount(0);
    await gateways.goto();
    await gateways.act('near', kit.delete);
    await deletionOf(page).confirm.click();
    await expect(gateways.row('near')).toHaveCount(0);
  });
});

test('another cipher is sent as a whole set, the key stays, and weak choices are named', async ({ page }) => {
  const list = listOf(page, vpnConnection);
  await list.goto();
  await list.act('depot', kit.edit);
  const form = page.getByRole('dialog', { name: /depot/ });
  const fold = form.getByText('AES-CBC-256 · SHA1 · GROUP14', { exact: true });
  await fold.click();
  await form.getByLabel('Encryption', { exact: true }).first().selectOption('DES-CBC');
  await expect(form.getByText(messages.weak)).toBeVisible();
  await expect(form.getByText(messages.interrupts)).toBeVisible();
  const sent = page.waitForRequest((request) => request.url().endsWith('/ModifyVpnConnectionAttribute'));
  await form.getByRole('button', { name: kit['form.save'], exact: true }).click();
  const { params } = (await sent).postDataJSON() as { params: Record<string, unknown> };
  expect(params).toMatchObject({
    IKEOptionsSpecification: { PropoEncryAlgorithm: 'DES-CBC', PropoAuthenAlgorithm: 'SHA1', DhGroupName: 'GROUP14' },
  });
  expect(Object.keys(params).sort()).toEqual(['IKEOptionsSpecification', 'VpnConnectionId']);
  await expect(form).toHaveCount(0);
});
