/** A network interface's life: made with chosen addresses, given more, attached, moved, detached, taken down. */
import text from '../../catalogue/families/eni/en.json' with { type: 'json' };
import messages from '../../src/families/eni/en.json' with { type: 'json' };
import { eni } from '../families/eni.ts';
import { createTitle } from '../support/family.ts';
import { actOnPage, confirmationOf, deletionOf, formOf, listOf } from '../support/pages.ts';
import { expect, test } from '../support/test.ts';
import { fillText, texts } from '../support/texts.ts';

const titles = text.actions;
const name = 'e2e-nic';

test('make with chosen addresses, add, describe, move and remove addresses, delete', async ({ page, watched }) => {
  watched.allow(422); // A page asks once more for what was just deleted from it.
  const list = listOf(page, eni);
  const addresses = page.getByRole('table', { name: messages.addresses });
  const rowOf = (address: string) => addresses.locator('tbody tr').filter({ hasText: address });
  const act = async (address: string, item: string): Promise<void> => {
    await rowOf(address)
      .getByRole('button', { name: fillText(messages.actionsFor, { address }) })
      .click();
    await page.getByRole('menuitem', { name: item, exact: true }).click();
  };
  const verbForm = (action: keyof typeof titles) => formOf(page, titles[action].title, name);
  await test.step('make one with two addresses of its own', async () => {
    await list.goto('&q=edge', 'ap-guangzhou');
    await list.create.click();
    const form = formOf(page, createTitle(eni));
    await form.fill({ Name: name, Subnet: 'edge-a · dmz' });
    await form.panel.getByRole('radio', { name: messages['new.own'] }).check();
    await form.panel.getByRole('button', { name: messages.addAddress, exact: true }).click();
    await form.panel.getByRole('textbox', { name: fillText(messages.address, { n: 1 }), exact: true }).fill('10.30.0.6');
    await form.submit.click();
    await expect(form.panel).toContainText(messages['fault.taken']);
    await form.panel.getByRole('textbox', { name: fillText(messages.address, { n: 1 }), exact: true }).fill('10.30.0.50');
    await form.panel.getByRole('button', { name: messages.addAddress, exact: true }).click();
    await form.panel.getByRole('textbox', { name: fillText(messages.address, { n: 2 }), exact: true }).fill('10.30.0.51');
    await form.submit.click();
    await expect(form.panel).toHaveCount(0);
    await list.search.fill(name);
    await list.link(name).click();
    await expect(rowOf('10.30.0.50')).toContainText(messages.primaryAddress);
    await expect(addresses.locator('tbody tr')).toHaveCount(2);
  });
  await test.step('let the cloud add one, and describe another', async () => {
    await actOnPage(page, messages.assign);
    const adding = verbForm('vpc:AssignPrivateIpAddresses');
    await adding.submit.click();
    await expect(adding.panel).toHaveCount(0);
    await expect(addresses.locator('tbody tr')).toHaveCount(3);
    await act('10.30.0.51', messages.editDescription);
    const form = formOf(page, fillText(messages.descriptionOf, { address: '10.30.0.51' }));
    await form.panel.getByRole('textbox').fill('e2e 说明');
    await form.panel.getByRole('button', { name: titles['vpc:ModifyPrivateIpAddressesAttribute'].title, exact: true }).click();
    await expect(form.panel).toHaveCount(0);
    await expect(rowOf('10.30.0.51')).toContainText('e2e 说明');
  });
  await test.step('move one to a neighbour', async () => {
    await act('10.30.0.51', messages.moveAddress);
    const moving = verbForm('vpc:MigratePrivateIpAddress');
    await moving.fill({ 'To interface': 'edge-out-2' });
    await moving.submit.click();
    await expect(moving.panel).toHaveCount(0);
    await expect(addresses.locator('tbody tr')).toHaveCount(2);
  });
  await test.step('remove the last secondary one', async () => {
    await actOnPage(page, messages.unassign);
    const removing = verbForm('vpc:UnassignPrivateIpAddresses');
    await removing.submit.click();
    await expect(removing.panel).toContainText('needed');
    await removing.panel.getByRole('checkbox').check();
    await removing.submit.click();
    await expect(removing.panel).toHaveCount(0);
    await expect(addresses.locator('tbody tr')).toHaveCount(1);
  });
  await test.step('delete it', async () => {
    await actOnPage(page, texts.en.kit.delete);
    await deletionOf(page).confirm.click();
    await expect(list.heading).toBeVisible();
    await expect(list.row(name)).toHaveCount(0);
  });
});

test('attach, move to another instance, detach', async ({ page }) => {
  const list = listOf(page, eni);
  const attachment = page.getByRole('main').locator('dd').filter({ hasText: 'ins-' }).first();
  const choose = async (title: string, label: string): Promise<string> => {
    const form = formOf(page, title, 'search-capture');
    await form.field(label).click();
    const option = page.getByRole('option').first();
    const [id = ''] = /ins-\w+/.exec(await option.innerText()) ?? [];
    await option.click();
    await form.submit.click();
    await expect(form.panel).toHaveCount(0);
    return id;
  };
  await list.goto('&q=search-capture', 'ap-guangzhou');
  await list.link('search-capture').click();
  await actOnPage(page, messages.attach);
  const first = await choose(titles['vpc:AttachNetworkInterface'].title, 'Instance');
  await expect(attachment).toContainText(first);
  await actOnPage(page, messages.migrate);
  const second = await choose(titles['vpc:MigrateNetworkInterface'].title, 'To instance');
  expect(second).not.toBe(first);
  await expect(attachment).toContainText(second);
  await actOnPage(page, messages.detach);
  const detaching = confirmationOf(page, titles['vpc:DetachNetworkInterface'].title);
  await detaching.confirm.click();
  await expect(detaching.dialog).toHaveCount(0);
  await expect(attachment).toHaveCount(0);
});

test('a subnet and a VPC show their interfaces, and make one within', async ({ page }) => {
  await page.goto('/subnets?region=ap-guangzhou&q=edge-a');
  await page.getByRole('main').getByRole('link', { name: 'edge-a', exact: true }).click();
  await page
    .getByRole('navigation', { name: texts.en.kit.tabs })
    .getByRole('link', { name: /^Network interfaces/ })
    .click();
  const list = listOf(page, eni);
  await expect(list.row('edge-out-1')).toBeVisible();
  await page.getByRole('link', { name: createTitle(eni), exact: true }).click();
  const form = formOf(page, createTitle(eni));
  await expect(form.field('Subnet')).toHaveValue('edge-a · dmz');
});
