/** The remote end of tunnels: which there are, which devices the cloud can write for, and a tunnel begun from its page. */
import messages from '../../src/families/customer-gateway/en.json' with { type: 'json' };
import { customerGateway } from '../families/customer-gateway.ts';
import { vpnConnection } from '../families/vpn-connection.ts';
import { createTitle } from '../support/family.ts';
import { formOf, listOf } from '../support/pages.ts';
import { expect, test } from '../support/test.ts';
import { texts } from '../support/texts.ts';

test('its tunnels, its devices, and a new tunnel to it', async ({ page }) => {
  const list = listOf(page, customerGateway);
  await list.goto();
  await expect(list.row('Dongguan depot')).toContainText('1 down');
  await list.link('Dongguan depot').click();
  await page.getByRole('link', { name: messages.devices, exact: true }).click();
  await expect(page.getByRole('table', { name: messages.devices })).toContainText('cisco');
  await page
    .getByRole('navigation', { name: texts.en.kit.tabs })
    .getByRole('link', { name: new RegExp(`^${messages.tunnels}`) })
    .click();
  const tunnels = listOf(page, vpnConnection);
  await expect(tunnels.rows).toHaveCount(2);
  await tunnels.create.click();
  await expect(formOf(page, createTitle(vpnConnection)).field('Customer gateway')).toHaveValue('Dongguan depot');
});
