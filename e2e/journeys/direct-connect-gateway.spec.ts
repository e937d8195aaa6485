/** The translations of a leased line: listed by kind, one added, narrowed by an ACL rule, changed and deleted. */
import { directConnectGateway } from '../families/direct-connect-gateway.ts';
import { listOf } from '../support/pages.ts';
import { expect, test } from '../support/test.ts';
import { texts } from '../support/texts.ts';

const { kit } = texts.en;

test('translations are added, narrowed, changed and deleted', async ({ page, sim }) => {
  await sim.transitions('direct-connect-gateway', 'at-once');
  const list = listOf(page, directConnectGateway);
  await list.goto();
  await list.link('bank_line_银行专线').click();
  await page.getByRole('link', { name: /^Local IPs/ }).click();
  const rules = page.getByRole('table', { name: 'Local IPs' });
  await expect(rules.getByRole('row').filter({ hasText: '清算前置' })).toContainText('100.64.8.10');

  await test.step('added', async () => {
    await page.getByRole('main').getByRole('link', { name: 'Add local IP translations' }).click();
    const panel = page.getByRole('dialog');
    await panel.getByLabel('Original address', { exact: true }).fill('10.20.0.12');
    await panel.getByLabel('Translated address', { exact: true }).fill('100.64.8.13');
    await panel.getByLabel('Description', { exact: true }).fill('from the journey');
    await panel.getByRole('button', { name: 'Add local IP translations' }).click();
    await expect(panel).toHaveCount(0);
    await expect(rules.getByRole('row').filter({ hasText: 'from the journey' })).toContainText('100.64.8.13');
  });
  const mine = rules.getByRole('row').filter({ hasText: '10.20.0.12' });
  await test.step('narrowed to one kind of packet', async () => {
    await mine.getByRole('button', { name: 'Show ACL' }).click();
    const acl = page.getByRole('region', { name: 'ACL rules' });
    await expect(acl).toContainText('takes every packet');
    await acl.getByRole('link', { name: 'Add ACL rules of local IP translation' }).click();
    const panel = page.getByRole('dialog');
    await panel.getByLabel('Protocol', { exact: true }).selectOption('TCP');
    await panel.getByLabel('Destination', { exact: true }).fill('100.66.1.0/24');
    await panel.getByLabel('Destination port', { exact: true }).fill('443');
    await panel.getByRole('button', { name: 'Add ACL rules of local IP translation' }).click();
    await expect(panel).toHaveCount(0);
    await expect(acl.getByRole('row').filter({ hasText: '100.66.1.0/24' })).toContainText('443');
  });
  await test.step('changed, found by its present values', async () => {
    await mine.getByRole('button', { name: /10\.20\.0\.12/ }).click();
    await page.getByRole('menuitem', { name: kit.edit, exact: true }).click();
    const panel = page.getByRole('dialog');
    await panel.getByLabel('Translated address', { exact: true }).fill('100.64.8.14');
    await panel.getByRole('button', { name: 'Edit local IP translation' }).click();
    await expect(panel).toHaveCount(0);
    await expect(mine).toContainText('100.64.8.14');
  });
  await test.step('deleted', async () => {
    await mine.getByRole('button', { name: /10\.20\.0\.12/ }).click();
    await page.getByRole('menuitem', { name: kit.delete, exact: true }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Delete local IP translations' }).click();
    await expect(mine).toHaveCount(0);
  });
});
