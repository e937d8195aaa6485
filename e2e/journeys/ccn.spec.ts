/** Two VPCs of one block in a CCN: which one is reached is seen, and changed; the other company asks to join nothing here. */
import messages from '../../src/families/ccn/en.json' with { type: 'json' };
import { ccn } from '../families/ccn.ts';
import { confirmationOf, listOf } from '../support/pages.ts';
import { expect, test } from '../support/test.ts';
import { texts } from '../support/texts.ts';

test('a route in conflict is seen, and takes the place of the one in force', async ({ page }) => {
  const list = listOf(page, ccn);
  await list.goto();
  // The network of this account in a CCN of another waits for its owner.
  await expect(page.getByRole('main')).toContainText('data-platform 数据平台');
  await list.link('office-backbone').click();
  const tabs = page.getByRole('navigation', { name: texts.en.kit.tabs });
  await tabs.getByRole('link', { name: new RegExp(`^${messages.attachments}`) }).click();
  const attached = page.getByRole('table', { name: messages.attachments });
  await expect(attached.getByRole('row', { name: /staging/ })).toContainText('drill');
  await tabs.getByRole('link', { name: /^Routes/ }).click();
  const routes = page.getByRole('table', { name: messages.routes, exact: true });
  const to = (vpc: string) =>
    routes
      .getByRole('row')
      .filter({ has: page.getByRole('link', { name: vpc, exact: true }) })
      .filter({ hasText: '_default_rtb' });
  const [inForce, off] = [to('test-收购-yunshang'), to('staging')];
  await expect(inForce).toContainText(messages.enabled);
  await expect(off).toContainText('overlaps test-收购-yunshang 10.8.0.0/16');
  await inForce.getByRole('button').last().click();
  await page.getByRole('menuitem', { name: messages.disable, exact: true }).click();
  await confirmationOf(page, 'Disable route').confirm.click();
  await expect(inForce).toContainText(messages.disabled);
  await expect(off).toContainText(messages.disabled);
  await off.getByRole('button').last().click();
  await page.getByRole('menuitem', { name: messages.enable, exact: true }).click();
  await confirmationOf(page, 'Enable route').confirm.click();
  await expect(off).toContainText(messages.enabled);
  await expect(inForce).toContainText('overlaps staging');
});
