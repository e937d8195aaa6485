/** Every page after every other in one visit: what one has read is in the cache when the next one opens. */
import messages from '../../src/shell/en.json' with { type: 'json' };
import { expect, test } from '../support/test.ts';

test('the pages of the navigation open one after the other, forwards and backwards', async ({ page }) => {
  await page.goto('/?region=ap-guangzhou');
  // The mark above the list leads home too, and is never the current page.
  const links = page.getByRole('navigation', { name: messages.navigation }).getByRole('list').getByRole('link');
  const main = page.getByRole('main');
  await expect(links.first()).toBeVisible();
  const forwards = Array.from({ length: await links.count() }, (_, at) => at);
  expect(forwards.length).toBeGreaterThan(15);
  for (const at of [...forwards, ...forwards.toReversed()]) {
    await links.nth(at).click();
    await expect(links.nth(at)).toHaveAttribute('aria-current', 'page');
    await expect(main.getByRole('heading').or(main.getByRole('searchbox')).first()).toBeVisible();
    await expect(main.locator('[aria-busy="true"]')).toHaveCount(0);
    await expect(main).not.toContainText(messages['failure.title']);
  }
});

test('the list of subnets and the network’s model read the same answer, in either order', async ({ page }) => {
  const to = async (name: string): Promise<void> => {
    await page.getByRole('navigation', { name: messages.navigation }).getByRole('link', { name, exact: true }).click();
    await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
    await expect(page.getByRole('main').locator('[aria-busy="true"]')).toHaveCount(0);
  };
  await page.goto('/subnets?region=ap-guangzhou');
  await expect(page.locator('tbody tr[data-id]').first()).toBeVisible();
  const acl = page.getByRole('table').getByRole('link', { name: '支付区', exact: true }).first();
  await expect(acl).toBeVisible();
  await to('Reachability');
  await to('Address space');
  await to('Subnets');
  await expect(acl).toBeVisible();
});
