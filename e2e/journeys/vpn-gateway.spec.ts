/** What a gateway costs is known before it is bought, renewed or widened; what is paid in advance is not deleted. */
import messages from '../../src/families/vpn-gateway/en.json' with { type: 'json' };
import { vpnGateway } from '../families/vpn-gateway.ts';
import { createTitle } from '../support/family.ts';
import { formOf, listOf } from '../support/pages.ts';
import { expect, test } from '../support/test.ts';
import { texts } from '../support/texts.ts';

const { kit } = texts.en;
const title = (action: string): string => texts.en['vpn-gateway'].actions[`vpc:${action}`]?.title ?? '';

test('prices are asked while one chooses', async ({ page }) => {
  const list = listOf(page, vpnGateway);
  await list.goto();
  await list.create.click();
  const form = formOf(page, createTitle(vpnGateway));
  const price = form.panel.getByRole('region', { name: messages.price });
  await expect(price).toContainText('0.48');
  await form.panel.getByRole('radio', { name: messages.prepaid }).check();
  await expect(price).toContainText('380');
  await form.fill({ Months: '12' });
  await expect(price).toContainText('4,560');
  await form.fill({ VPC: 'staging', Name: 'paid' });
  await form.submit.click();
  await expect(list.row('paid')).toContainText('Prepaid');
});

test('renewed, widened, and turned into pay-as-you-go at the end of its term', async ({ page }) => {
  const list = listOf(page, vpnGateway);
  await list.goto();
  await test.step('renewed', async () => {
    const before = await list.row('prod-vpn').innerText();
    await list.act('prod-vpn', title('RenewVpnGateway'));
    const form = page.getByRole('dialog', { name: /prod-vpn/ });
    await expect(form.getByRole('region', { name: messages.price })).toContainText('3,260');
    await form.getByRole('button', { name: title('RenewVpnGateway'), exact: true }).click();
    await expect(form).toHaveCount(0);
    await expect.poll(() => list.row('prod-vpn').innerText()).not.toBe(before);
  });
  await test.step('widened: only more can be had', async () => {
    await list.act('prod-vpn', title('ResetVpnGatewayInternetMaxBandwidth'));
    const form = page.getByRole('dialog', { name: /prod-vpn/ });
    await form.getByLabel('Bandwidth (Mbps)', { exact: true }).selectOption('20');
    await form.getByRole('button', { name: title('ResetVpnGatewayInternetMaxBandwidth'), exact: true }).click();
    await expect(form.getByText(/more than the 50 Mbps/)).toBeVisible();
    await form.getByLabel('Bandwidth (Mbps)', { exact: true }).selectOption('100');
    await expect(form.getByRole('region', { name: messages.price })).toContainText('yuan');
    await form.getByRole('button', { name: title('ResetVpnGatewayInternetMaxBandwidth'), exact: true }).click();
    await expect(list.row('prod-vpn')).toContainText('100');
  });
  await test.step('it cannot be deleted while it is paid for', async () => {
    await list.act('prod-vpn', kit.delete);
    await expect(page.getByRole('alertdialog')).toContainText(messages.disabledPrepaid);
    await page.keyboard.press('Escape');
  });
  await test.step('pay-as-you-go from the end of the term', async () => {
    await list.act('prod-vpn', kit.edit);
    const form = page.getByRole('dialog', { name: /prod-vpn/ });
    await form.getByLabel('Billing', { exact: true }).selectOption('POSTPAID_BY_HOUR');
    await expect(form.getByText(messages.toPostpaid)).toBeVisible();
    await form.getByRole('button', { name: kit['form.save'], exact: true }).click();
    await expect(form).toHaveCount(0);
    await list.link('prod-vpn').click();
    await expect(page.getByText(messages.turnsPostpaid)).toBeVisible();
  });
});
