/** All VPCs against each other: what cannot be joined says why, what can is joined from here, what lacks routes gets them. */
import messages from '../../src/families/peering/en.json' with { type: 'json' };
import maps from '../../src/maps/en.json' with { type: 'json' };
import { peering } from '../families/peering.ts';
import { createTitle } from '../support/family.ts';
import { formOf, listOf } from '../support/pages.ts';
import { expect, test } from '../support/test.ts';

test.beforeEach(async ({ page }) => {
  await listOf(page, peering).goto();
  await page.getByRole('link', { name: messages.viewMatrix, exact: true }).click();
  await expect(page.getByRole('table', { name: messages.matrixTitle })).toBeVisible();
});

test('ranges that overlap are named, over regions', async ({ page }) => {
  await page.getByRole('button', { name: `staging – test-收购-yunshang: ${messages['pair.overlap']}`, exact: true }).click();
  await expect(page).toHaveURL(/pair=/);
  await expect(page.getByText(messages['pairBody.overlap'])).toBeVisible();
  await expect(page.getByText('10.8.0.0/16', { exact: true }).first()).toBeVisible();
  await page.reload();
  await expect(page.getByText(messages['pairBody.overlap'])).toBeVisible();
});

test('a pair that could be joined is joined from here, over accounts', async ({ page }) => {
  await page.getByRole('button', { name: `staging – 仓储 WMS: ${messages['pair.possible']}`, exact: true }).click();
  await page.getByRole('link', { name: 'Join staging and 仓储 WMS', exact: true }).click();
  const form = formOf(page, createTitle(peering));
  await expect(form.field('Initiating VPC')).toHaveValue('staging');
  await expect(form.field('Peer VPC')).toHaveValue('仓储 WMS');
  await form.fill({ Name: 'from-the-matrix' });
  await form.submit.click();
  await expect(form.panel).toHaveCount(0);
  await expect(page.getByRole('button', { name: `staging – 仓储 WMS: ${messages['pair.requested']}`, exact: true })).toBeVisible();
});

test('missing routes are added from here all at once, and the trap of three is told', async ({ page }) => {
  const traps = page.getByRole('list', { name: messages.traps });
  await expect(traps).toContainText('through production');
  await page.getByRole('button', { name: `production – dmz: ${messages['pair.noRoutes']}`, exact: true }).click();
  await page.getByRole('button', { name: /^Add all missing routes/ }).click();
  const dialog = page.getByRole('alertdialog');
  await dialog.getByRole('button', { name: /^Add \d+ routes?$/ }).click();
  const tables = dialog.getByRole('list', { name: maps.addAllTables, exact: true }).getByRole('listitem');
  for (const table of await tables.all()) await expect(table).toContainText(/routes? added/);
  await dialog.getByRole('button', { name: 'Close', exact: true }).last().click();
  await expect(dialog).toHaveCount(0);
  await expect(page.getByRole('button', { name: `production – dmz: ${messages['pair.ready']}`, exact: true })).toBeVisible();
  await expect(page).toHaveURL(/view=matrix/);
});
