/** Peerings from request to end: between two accounts, after they have expired, and between regions. */
import type { Page } from '@playwright/test';
import messages from '../../src/families/peering/en.json' with { type: 'json' };
import { peering } from '../families/peering.ts';
import { expect as expectOf } from '../support/expect.ts';
import { formOf, listOf } from '../support/pages.ts';
import { expect, test } from '../support/test.ts';
import { texts } from '../support/texts.ts';

const { kit, peering: text } = texts.en;
const title = (action: string): string => text.actions[`vpc2017:${action}` as keyof typeof text.actions]?.title ?? '';
const state = (n: '0' | '1' | '2' | '3'): string => text.values?.State?.[n] ?? '';

/** Takes an item of a row's menu, and says yes. */
async function doIt(page: Page, name: string, item: string): Promise<void> {
  await listOf(page, peering).act(name, item);
  const question = page.getByRole('alertdialog');
  await question.getByRole('button').last().click();
  await expectOf(question).toHaveCount(0);
}

test('asked for in one account, accepted in the other, joined in both', async ({ page }) => {
  const list = listOf(page, peering);
  await list.goto();
  await list.create.click();
  const form = formOf(page, title('CreateVpcPeeringConnection'));
  await form.fill({ 'Initiating VPC': 'staging', 'Peer account': 'Yuntong', 'Peer VPC': '仓储 WMS', Name: 'across' });
  await expect(form.panel.getByText(messages.mustAccept)).toBeVisible();
  await form.submit.click();
  await expect(list.row('across')).toContainText(state('0'));
  await list.link('across').click();
  await page.getByRole('link', { name: messages.openThere, exact: true }).click();
  await expect(page.getByText(messages.waitsForMe)).toBeVisible();
  await page
    .getByRole('main')
    .getByRole('button', { name: title('AcceptVpcPeeringConnection'), exact: true })
    .click();
  await page.getByRole('alertdialog').getByRole('button').last().click();
  await expect(page.getByText(state('1'), { exact: true }).first()).toBeVisible();
  await list.goto();
  await expect(list.row('across')).toContainText(state('1'));
});

test('a request that has expired is made again, and only the initiator can', async ({ page }) => {
  const list = listOf(page, peering);
  await list.goto();
  await expect(list.row('云通 WMS 试点')).toContainText(state('2'));
  await doIt(page, '云通 WMS 试点', title('EnableVpcPeeringConnection'));
  await expect(list.row('云通 WMS 试点')).toContainText(state('0'));
  const label = kit.actionsFor.replace('{name}', '云通 WMS 试点');
  await page.getByRole('button', { name: label, exact: true }).click();
  const accept = page.getByRole('menuitem', { name: title('AcceptVpcPeeringConnection') });
  await expect(accept).toHaveAttribute('aria-disabled', 'true');
});

test('between regions: made with a bandwidth, widened, deleted, each as a task that ends', async ({ page }) => {
  const list = listOf(page, peering);
  await list.goto();
  await list.create.click();
  const within = formOf(page, title('CreateVpcPeeringConnection'));
  await within.fill({ [messages.peerRegion]: 'Beijing · ap-beijing' });
  const form = formOf(page, title('CreateVpcPeeringConnectionEx'));
  await form.fill({ 'Initiating VPC': 'staging', 'Peer VPC': 'dr 灾备', Name: 'far', 'Bandwidth (Mbps)': '20' });
  await form.submit.click();
  await expect(list.row('far')).toContainText(messages['reach.between']);
  await expect(list.row('far')).toContainText(state('1'));
  await list.act('far', kit.edit);
  const edit = page.getByRole('dialog', { name: /far/ });
  await edit.getByLabel('Bandwidth (Mbps)', { exact: true }).selectOption('100');
  const modified = page.waitForResponse((response) => response.url().endsWith('/ModifyVpcPeeringConnectionEx'));
  await edit.getByRole('button', { name: kit['form.save'], exact: true }).click();
  expect((await modified).request().postDataJSON()).toMatchObject({ params: { bandwidth: 100 } });
  await expect(edit).toHaveCount(0);
  await doIt(page, 'far', kit.delete);
  await expect(list.row('far')).toHaveCount(0);
});
