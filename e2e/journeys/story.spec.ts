/** The whole way through the console, as a person goes it the first time: sign in, look, build, restart, take down. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { subnet } from '../families/subnet.ts';
import { vpc } from '../families/vpc.ts';
import { createTitle } from '../support/family.ts';
import { deletionOf, formOf, listOf } from '../support/pages.ts';
import { startProduct } from '../support/product.ts';
import { expect, test } from '../support/test.ts';
import { fillText, texts } from '../support/texts.ts';
import { watch } from '../support/watch.ts';

const { kit } = texts.en;

async function createVpc(page: Page, name: string, cidr: string): Promise<void> {
  await listOf(page, vpc).create.click();
  const form = formOf(page, createTitle(vpc));
  await form.fill({ Name: name, 'IPv4 range': cidr });
  await form.submit.click();
  await expect(form.panel).toHaveCount(0);
}

/** From the VPC's own page, whose form already knows the VPC. */
async function createSubnet(page: Page, name: string, cidr: string, zone: string): Promise<void> {
  await page
    .getByRole('link', { name: 'New subnet', exact: true })
    .or(page.getByRole('link', { name: createTitle(subnet), exact: true }))
    .first()
    .click();
  const form = formOf(page, createTitle(subnet));
  await expect(form.field('VPC')).toHaveValue('first');
  await form.fill({ Name: name, 'IPv4 range': cidr, Zone: zone });
  await form.submit.click();
  await expect(form.panel).toHaveCount(0);
}

test('sign in, build a network, find it after a reload and a restart, take it down', async ({ browser, throttled }) => {
  test.slow();
  const data = mkdtempSync(join(tmpdir(), 'weft-data-'));
  const product = await startProduct({ data, throttled });
  const context = await browser.newContext({ baseURL: product.url });
  const watched = await watch(context, product.url);
  watched.allow(401); // The sign-in page asks whether there is a session, and there is none yet.
  const page = await context.newPage();
  const vpcs = listOf(page, vpc);
  const subnets = listOf(page, subnet);
  try {
    await test.step('sign in by the printed link, which leaves the address bar at once', async () => {
      await page.goto(product.signInLink);
      await expect(page.getByRole('heading', { level: 1, name: texts.en.pages.overview })).toBeVisible();
      expect(page.url()).not.toContain('token');
    });
    await test.step('the demo VPCs are listed', async () => {
      await page.getByRole('navigation', { name: texts.en.shell.navigation }).getByRole('link', { name: 'VPCs', exact: true }).click();
      await expect(vpcs.rows).toHaveCount(vpc.list.count);
    });
    await test.step('make a VPC and two subnets', async () => {
      await createVpc(page, 'first', '10.77.0.0/16');
      await vpcs.link('first').click();
      const tab = page.getByRole('navigation', { name: kit.tabs }).getByRole('link', { name: /^Subnets/ });
      await tab.click();
      // The first tab has a way to new subnets too, and would be come back to.
      await expect(tab).toHaveAttribute('aria-current', 'page');
      await createSubnet(page, 'first-a', '10.77.1.0/24', 'ap-guangzhou-1');
      await createSubnet(page, 'first-b', '10.77.2.0/24', 'ap-guangzhou-2');
      await expect(subnets.rows).toHaveCount(2);
    });
    await test.step('they are there after a reload', async () => {
      await page.reload();
      await expect(subnets.rows).toHaveCount(2);
      expect((await subnets.names()).toSorted()).toEqual(['first-a', 'first-b']);
      await expect(page.getByRole('heading', { level: 1, name: 'first', exact: true })).toBeVisible();
    });
    await test.step('and after a restart of the server, in the same session', async () => {
      await product.restart();
      await page.goto('/vpcs?region=ap-guangzhou&q=first');
      await expect(vpcs.row('first')).toBeVisible();
      await expect(vpcs.row('first').getByText('10.77.0.0/16')).toBeVisible();
      await vpcs.link('first').click();
      await page
        .getByRole('navigation', { name: kit.tabs })
        .getByRole('link', { name: /^Subnets/ })
        .click();
      await expect(subnets.rows).toHaveCount(2);
    });
    await test.step('deleting the VPC names its subnets, with links', async () => {
      await page.goto('/vpcs?region=ap-guangzhou&q=first');
      await vpcs.act('first', kit.delete);
      const { dialog, confirm } = deletionOf(page);
      await expect(dialog.getByRole('link', { name: 'first-b', exact: true })).toBeVisible();
      await expect(confirm).toHaveAttribute('aria-disabled', 'true');
      await dialog.getByRole('link', { name: 'first-a', exact: true }).click();
      await expect(page.getByRole('heading', { level: 1, name: 'first-a', exact: true })).toBeVisible();
    });
    await test.step('delete the subnets, then the VPC', async () => {
      for (const name of ['first-a', 'first-b']) {
        await page.goto(`/subnets?region=ap-guangzhou&q=${name}`);
        await subnets.act(name, kit.delete);
        await deletionOf(page).confirm.click();
        await expect(page.getByText(fillText(texts.en.confirm['delete.doneToast'], { what: name }))).toBeVisible();
      }
      await page.goto('/vpcs?region=ap-guangzhou&q=first');
      await vpcs.act('first', kit.delete);
      await deletionOf(page).confirm.click();
      await expect(vpcs.row('first')).toHaveCount(0);
      await page.goto('/vpcs?region=ap-guangzhou');
      await expect(vpcs.rows).toHaveCount(vpc.list.count);
    });
    expect(watched.problems()).toEqual([]);
  } finally {
    await context.close();
    await product.stop();
    rmSync(data, { recursive: true, force: true });
  }
});
