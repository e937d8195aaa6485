/** An elastic IP's life: allocated, bound to an interface's address from there, unbound, bound to an instance, released. */
import text from '../../catalogue/families/eip/en.json' with { type: 'json' };
import messages from '../../src/families/eip/en.json' with { type: 'json' };
import eniMessages from '../../src/families/eni/en.json' with { type: 'json' };
import { eip } from '../families/eip.ts';
import { eni } from '../families/eni.ts';
import { createTitle } from '../support/family.ts';
import { confirmationOf, formOf, listOf } from '../support/pages.ts';
import { expect, test } from '../support/test.ts';
import { fillText, texts } from '../support/texts.ts';

const titles = text.actions;
const kit = texts.en.kit;

test('allocate, bind to an address, unbind, bind to an instance, release', async ({ page }) => {
  const list = listOf(page, eip);
  const meter = page.getByRole('meter', { name: messages['quota.total'], exact: true });
  let id = '';
  let address = '';
  await test.step('allocate one; the quota tells', async () => {
    await list.goto();
    await expect(meter).toHaveAttribute('aria-valuenow', '15');
    const before = new Set(await list.ids());
    await list.create.click();
    const form = formOf(page, createTitle(eip));
    await form.submit.click();
    await expect(form.panel).toHaveCount(0);
    await expect(list.rows).toHaveCount(16);
    await expect(meter).toHaveAttribute('aria-valuenow', '16');
    id = (await list.ids()).find((each) => !before.has(each)) ?? '';
    address = (await list.row(id).locator('td.font-mono').first().innerText()).trim();
  });
  await test.step('bind it from the page of an interface', async () => {
    const interfaces = listOf(page, eni);
    await interfaces.goto('&q=edge-spare', 'ap-guangzhou');
    await interfaces.link('edge-spare').click();
    const row = page.getByRole('table', { name: eniMessages.addresses }).locator('tbody tr').nth(1);
    await row.getByRole('button', { name: /^Actions for/ }).click();
    await page.getByRole('menuitem', { name: eniMessages.bindEip }).click();
    const form = formOf(page, titles['vpc:AssociateAddress'].title);
    await expect(form.field('Network interface')).toHaveValue('edge-spare');
    await form.fill({ 'Elastic IP ID': address });
    await form.submit.click();
    await expect(form.panel).toHaveCount(0);
    await expect(row).toContainText(address);
  });
  await test.step('its own page tells where it leads', async () => {
    await page.goto(`/eips/${id}?region=ap-guangzhou`);
    const path = page.getByRole('main').locator('ol').first();
    await expect(path).toContainText('edge-spare');
    await expect(path).toContainText('dmz');
  });
  await test.step('unbind it', async () => {
    await page.getByRole('main').getByRole('button', { name: messages.unbind, exact: true }).click();
    const form = formOf(page, titles['vpc:DisassociateAddress'].title, id);
    await expect(form.panel).toContainText(fillText(messages['unbind.effect'], { address }));
    await form.submit.click();
    await expect(form.panel).toHaveCount(0);
    await expect(page.getByText(fillText(messages['path.nowhere'], { address }))).toBeVisible();
  });
  await test.step('bind it to an instance, whose ordinary address is lost', async () => {
    await page.getByRole('main').getByRole('button', { name: messages.bind, exact: true }).click();
    const form = formOf(page, titles['vpc:AssociateAddress'].title, id);
    await page.goto(`/eips/do/transform?region=ap-guangzhou`);
    const candidates = page.getByRole('group', { name: messages['transform.candidates'] });
    const instance = await candidates.getByRole('button').first().innerText();
    await page.goto(`/eips/${id}/do/associate?region=ap-guangzhou`);
    await form.fill({ Instance: instance });
    await expect(form.panel.getByRole('alert')).toContainText(/loses its public address/);
    await form.submit.click();
    await expect(form.panel).toHaveCount(0);
    await expect(page.getByRole('main').locator('ol').first()).toContainText(instance);
  });
  await test.step('bound ones are not released; unbound in bulk they are', async () => {
    await list.goto(`&q=${id}`);
    await list.row(id).getByRole('checkbox').click();
    const selection = page.getByRole('region', { name: kit.selection });
    await selection.getByRole('button', { name: messages.unbind, exact: true }).click();
    const unbinding = confirmationOf(page, titles['vpc:DisassociateAddress'].title);
    await unbinding.confirm.click();
    await expect(unbinding.dialog).toHaveCount(0);
    await expect(list.row(id)).toContainText(text.values.AddressStatus.UNBIND);
    await list.act(id, messages.release);
    await confirmationOf(page, messages.release).confirm.click();
    await expect(list.rows).toHaveCount(0);
  });
});

test('the public address of an instance becomes an elastic IP', async ({ page }) => {
  const list = listOf(page, eip);
  await list.goto();
  await page.getByRole('link', { name: messages['transform.action'], exact: true }).click();
  const form = formOf(page, titles['vpc:TransformAddress'].title);
  const candidate = form.panel.getByRole('group', { name: messages['transform.candidates'] }).getByRole('button').first();
  const instance = await candidate.innerText();
  await candidate.click();
  const [kept = ''] = /198\.\d+\.\d+\.\d+/.exec(await form.panel.innerText()) ?? [];
  await form.submit.click();
  await expect(form.panel).toHaveCount(0);
  await expect(list.rows).toHaveCount(16);
  await expect(page.getByText(fillText(messages['transform.done'], { id: instance }))).toBeVisible();
  const row = list.rows.filter({ hasText: kept });
  await expect(row).toContainText(instance);
});

test('what is blocked or in arrears says so, and why it cannot be bound', async ({ page }) => {
  const list = listOf(page, eip);
  await list.goto();
  await list.link('遭攻击封堵').click();
  await page.getByRole('main').getByRole('button', { name: kit.actions, exact: true }).click();
  await expect(page.getByRole('menuitem', { name: new RegExp(messages.bind.slice(0, -1)) })).toContainText(messages.disabledBlocked);
  await page.keyboard.press('Escape');
  await list.goto();
  await list.link('test').click();
  await expect(page.getByRole('main').getByText(messages.arrears, { exact: true }).first()).toBeVisible();
});
