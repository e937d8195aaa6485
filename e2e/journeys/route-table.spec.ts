/** A network engineer changes routes: every form says which traffic changes its way before it is sent. */
import type { Page } from '@playwright/test';
import messages from '../../src/families/route-table/en.json' with { type: 'json' };
import { routeTable } from '../families/route-table.ts';
import { createTitle } from '../support/family.ts';
import type { Form } from '../support/fields.ts';
import { actOnPage, deletionOf, formIn, formOf, listOf } from '../support/pages.ts';
import { expect, test } from '../support/test.ts';
import { texts } from '../support/texts.ts';

const { kit } = texts.en;
const title = (action: string): string => texts.en['route-table'].actions[`vpc:${action}`]?.title ?? '';
const tab = (page: Page, name: RegExp) => page.getByRole('navigation', { name: kit.tabs }).getByRole('link', { name });
const routes = (page: Page) => page.getByRole('main').getByRole('table', { name: messages.effective });

/** The form of one of the table's operations, by its button. */
const panelOf = (page: Page, action: string): Form => formIn(page.getByRole('dialog'), title(action));

test('a table from its making to its end', async ({ page }) => {
  test.slow();
  const list = listOf(page, routeTable);
  await test.step('made, and opened', async () => {
    await list.goto();
    await list.create.click();
    const form = formOf(page, createTitle(routeTable));
    await form.fill({ VPC: 'production', Name: 'through the proxy' });
    await form.submit.click();
    await list.link('through the proxy').click();
    await expect(routes(page).getByRole('row', { name: /10\.0\.0\.0\/16/ })).toContainText(messages.localHop);
  });
  await test.step('a route inside the VPC is refused before any call; another is added', async () => {
    await page
      .getByRole('main')
      .getByRole('button', { name: title('CreateRoutes'), exact: true })
      .click();
    const form = panelOf(page, 'CreateRoutes');
    await form.fill({ Destination: '10.0.8.0/24', 'Next hop type': 'NAT gateway', 'Next hop': 'prod_out' });
    await form.submit.click();
    await expect(form.field('Destination')).toHaveAccessibleDescription(/10\.0\.0\.0\/16/);
    await form.fill({ Destination: '0.0.0.0/0' });
    await expect(form.panel.getByText(messages['changes.noSubnets'])).toBeVisible();
    await form.submit.click();
    await expect(form.panel).toHaveCount(0);
    await expect(routes(page).getByRole('row', { name: /0\.0\.0\.0\/0/ })).toContainText('prod_out');
  });
  await test.step('a destination twice is refused before any call', async () => {
    await page
      .getByRole('main')
      .getByRole('button', { name: title('CreateRoutes'), exact: true })
      .click();
    const form = panelOf(page, 'CreateRoutes');
    await form.fill({ Destination: '0.0.0.0/0', 'Next hop type': 'NAT gateway', 'Next hop': 'prod_out' });
    await form.submit.click();
    await expect(form.field('Destination')).toHaveAccessibleDescription(/already/);
    await form.fill({ Destination: '172.30.0.0/16', 'Next hop type': 'Instance', 'Next hop': '10.0.4.2' });
    await form.submit.click();
    await expect(form.panel).toHaveCount(0);
    await expect(routes(page).getByRole('row')).toHaveCount(4);
  });
  await test.step('it tells where an address goes, at a URL of its own', async () => {
    await page.getByLabel(messages['query.label'], { exact: true }).fill('8.8.8.8');
    await expect(page.getByText(/8\.8\.8\.8 goes to NAT gateway prod_out/)).toBeVisible();
    await page.reload();
    await expect(page.getByText(/8\.8\.8\.8 goes to NAT gateway prod_out/)).toBeVisible();
  });
  await test.step('a subnet follows it: what changes for the subnet is said first', async () => {
    await tab(page, /^Subnets/).click();
    await page.getByRole('button', { name: messages['associate.button'], exact: true }).first().click();
    const form = panelOf(page, 'ReplaceRouteTableAssociation');
    await form.fill({ Subnet: 'mysql-a' });
    const said = form.panel.getByText(messages['changes.title']).locator('xpath=../..');
    await expect(said).toContainText('0.0.0.0/0');
    await expect(said).toContainText('10.100.0.0/20');
    await form.submit.click();
    await expect(page.getByRole('table', { name: 'subnets' }).getByRole('link', { name: 'mysql-a', exact: true })).toBeVisible();
  });
  await test.step('its routes are the subnet’s, which can leave it again', async () => {
    await page.getByRole('table', { name: 'subnets' }).getByRole('link', { name: 'mysql-a', exact: true }).click();
    // The table's own page has a tab of that name too.
    await expect(page.getByRole('heading', { level: 1, name: 'mysql-a', exact: true })).toBeVisible();
    await tab(page, /^Routes/).click();
    await expect(routes(page).getByRole('row', { name: /172\.30\.0\.0\/16/ })).toBeVisible();
    await page.getByRole('button', { name: messages['associate.other'], exact: true }).click();
    await page.getByRole('menuitem', { name: /data 数据层/ }).click();
    const form = panelOf(page, 'ReplaceRouteTableAssociation');
    await form.submit.click();
    await expect(routes(page).getByRole('row', { name: /10\.100\.0\.0\/20/ })).toBeVisible();
  });
  await test.step('a route is changed, others are deleted', async () => {
    await list.goto();
    await list.link('through the proxy').click();
    const act = async (destination: RegExp, item: string): Promise<void> => {
      await routes(page).getByRole('row', { name: destination }).getByRole('button').click();
      await page.getByRole('menuitem', { name: item, exact: true }).click();
    };
    await act(/172\.30\.0\.0\/16/, messages.edit);
    const form = panelOf(page, 'ReplaceRoutes');
    await form.fill({ Destination: '172.31.0.0/16' });
    await form.submit.click();
    await expect(routes(page).getByRole('row', { name: /172\.31\.0\.0\/16/ })).toContainText('10.0.4.2');
    await act(/172\.31\.0\.0\/16/, messages.delete);
    const deletion = panelOf(page, 'DeleteRoutes');
    await expect(deletion.panel.getByText(messages['changes.title']).locator('xpath=../..')).toContainText('prod_out');
    await deletion.submit.click();
    await expect(routes(page).getByRole('row')).toHaveCount(3);
  });
  await test.step('the table is deleted', async () => {
    await actOnPage(page, kit.delete);
    await deletionOf(page).confirm.click();
    await expect(list.rows).toHaveCount(routeTable.list.count);
  });
});

test('the default table stays, and a dead route says why', async ({ page }) => {
  const list = listOf(page, routeTable);
  await list.goto('&f.Main=true&q=production');
  await list.rows
    .first()
    .getByRole('button', { name: /^Actions/ })
    .click();
  await page.getByRole('menuitem', { name: kit.delete, exact: true }).click();
  const { dialog, confirm } = deletionOf(page);
  await expect(dialog.getByText(messages.mainHeld)).toBeVisible();
  await expect(confirm).toHaveAttribute('aria-disabled', 'true');
  await page.keyboard.press('Escape');
  await list.goto();
  await list.link('data 数据层').click();
  await expect(routes(page).getByRole('row', { name: /10\.100\.0\.0\/20/ })).toContainText(messages.dead);
  await page.getByLabel(messages['query.label'], { exact: true }).fill('10.100.1.1');
  await expect(page.getByText(/10\.100\.1\.1 is lost/)).toBeVisible();
});

test('what cannot work is warned of or not offered', async ({ page }) => {
  const list = listOf(page, routeTable);
  const create = page.getByRole('main').getByRole('button', { name: title('CreateRoutes'), exact: true });
  await test.step('a private destination through a NAT gateway', async () => {
    await list.goto();
    await list.link('data 数据层').click();
    await create.click();
    const form = panelOf(page, 'CreateRoutes');
    await form.fill({ Destination: '172.30.0.0/16', 'Next hop type': 'NAT gateway', 'Next hop': 'prod_out' });
    await expect(form.panel.getByText(messages['form.remarkTitle'])).toBeVisible();
    await form.fill({ Destination: '8.8.8.0/24' });
    await expect(form.panel.getByText(messages['form.remarkTitle'])).toHaveCount(0);
  });
  await test.step('a type of next hop that the VPC has none of', async () => {
    await page.goto('/route-tables?region=ap-guangzhou&f.Main=true&q=staging');
    await list.rows.first().getByRole('link').first().click();
    await create.click();
    const form = panelOf(page, 'CreateRoutes');
    await expect(form.field('Next hop type').locator(`option:disabled`, { hasText: messages['form.noneOfType'] }).first()).toBeAttached();
    await expect(form.field('Next hop type').locator('option:disabled', { hasText: 'Instance' })).toHaveCount(0);
  });
});
