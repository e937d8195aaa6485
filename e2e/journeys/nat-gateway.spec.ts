/** A way out for instances without public addresses: ordered with its price, given routes and addresses, grown, taken down. */
import type { Page } from '@playwright/test';
import messages from '../../src/families/nat-gateway/en.json' with { type: 'json' };
import { natGateway } from '../families/nat-gateway.ts';
import { createTitle } from '../support/family.ts';
import type { Form } from '../support/fields.ts';
import { actOnPage, deletionOf, formIn, formOf, listOf } from '../support/pages.ts';
import { expect, test } from '../support/test.ts';
import { texts } from '../support/texts.ts';

const { kit } = texts.en;
const title = (action: string): string => texts.en['nat-gateway'].actions[`vpc2017:${action}`]?.title ?? '';
const panelOf = (page: Page, action: string): Form => formIn(page.getByRole('dialog'), title(action));

test('a gateway from its order to its end', async ({ page, watched }) => {
  watched.allow(422); // A page asks once more for what was just deleted from it.
  const list = listOf(page, natGateway);
  await test.step('ordered: the price stands beside each size, and an address is needed', async () => {
    await list.goto();
    await list.create.click();
    const form = formOf(page, createTitle(natGateway));
    await form.fill({ Name: 'out', VPC: 'payment' });
    const large = form.field('Connections at a time').getByRole('radio', { name: 'Large' });
    await large.check();
    await expect(form.panel.getByText(/The gateway: 500 \(currency not told\) per hour\./)).toBeVisible();
    await form.field('Connections at a time').getByRole('radio', { name: 'Small' }).check();
    await form.submit.click();
    await expect(form.panel.getByText(messages.needOne)).toBeVisible();
    await form.fill({ 'New elastic IPs': '1' });
    await form.submit.click();
    await expect(list.row('out')).toContainText('Running');
  });
  await test.step('a default route is led to it from its own page', async () => {
    await list.link('out').click();
    await page
      .getByRole('navigation', { name: kit.tabs })
      .getByRole('link', { name: /^Routes/ })
      .click();
    await expect(page.getByText(messages.noRouteTitle)).toBeVisible();
    await page.getByRole('button', { name: messages.addRoute, exact: true }).click();
    await page.getByRole('menuitem', { name: /pay-restricted/ }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Add routes', exact: true }).click();
    await expect(page.getByRole('table', { name: messages.throughIt }).getByRole('row', { name: /0\.0\.0\.0\/0/ })).toContainText(
      'pay-restricted',
    );
  });
  await test.step('addresses come and go, but one stays', async () => {
    await page.getByRole('navigation', { name: kit.tabs }).getByRole('link', { name: kit.properties }).click();
    const addresses = page.getByRole('main').getByRole('listitem');
    await expect(addresses).toHaveCount(1);
    await expect(page.getByRole('button', { name: messages.unbind, exact: true })).toHaveAttribute('aria-disabled', 'true');
    await page.getByRole('button', { name: messages.bind, exact: true }).click();
    const bind = panelOf(page, 'EipBindNatGateway');
    await bind.panel.getByRole('checkbox').first().check();
    await bind.submit.click();
    await expect(addresses).toHaveCount(2);
    await page.getByRole('button', { name: messages.unbind, exact: true }).click();
    const unbind = panelOf(page, 'EipUnBindNatGateway');
    await unbind.panel.getByRole('checkbox').first().check();
    await unbind.panel.getByRole('checkbox').nth(1).check();
    await unbind.submit.click();
    await expect(unbind.panel.getByText(messages.mustStay)).toBeVisible();
    await unbind.panel.getByRole('checkbox').first().uncheck();
    await unbind.submit.click();
    await expect(addresses).toHaveCount(1);
  });
  await test.step('made larger: the new price beside the old one', async () => {
    await actOnPage(page, messages.resize);
    const form = panelOf(page, 'UpgradeNatGateway');
    await expect(form.panel.getByText(/150 \(currency not told\) per hour instead of 50 \(currency not told\) per hour/)).toBeVisible();
    await form.submit.click();
    await expect(page.getByRole('main').getByText('Medium (3 million)')).toBeVisible();
  });
  await test.step('deleted, and its route with it', async () => {
    await actOnPage(page, kit.delete);
    await expect(deletionOf(page).dialog).toContainText('One route that leads to it goes with it: 2 subnets lose');
    await deletionOf(page).confirm.click();
    await expect(list.rows).toHaveCount(natGateway.list.count);
    await page.goto('/route-tables?region=ap-guangzhou&q=pay-restricted');
    await expect(page.getByRole('table').locator('tbody tr[data-id]')).toHaveCount(1);
    await expect(page.getByRole('table').getByText('0.0.0.0/0')).toHaveCount(0);
  });
});
