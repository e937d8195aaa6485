/** On a slow line something is there at once, and a page on its way shows that it is. */
import { expect, test } from '../support/test.ts';
import { messagesOf, texts } from '../support/texts.ts';

const { shell, titles } = texts.en;
/** Bytes a second, and milliseconds there and back. */
const slow = { offline: false, latency: 300, downloadThroughput: 60_000, uploadThroughput: 30_000 };

test('a shell stands before any script has run, and navigation shows its progress', async ({ page }) => {
  const line = await page.context().newCDPSession(page);
  await line.send('Network.enable');
  await line.send('Network.emulateNetworkConditions', slow);
  await page.goto('/vpcs?region=ap-guangzhou', { waitUntil: 'commit' });
  await expect(page.locator('.first-shell')).toBeVisible();
  await expect(page.locator('.first-nav')).toBeVisible();
  await expect(page.getByRole('table')).toBeVisible({ timeout: 30_000 });
  await expect(page.locator('.first-shell')).toHaveCount(0);
  await page.getByRole('navigation').first().getByRole('link', { name: titles['flow-log'], exact: true }).click();
  await expect(page.getByRole('progressbar', { name: shell.pageLoading })).toBeVisible();
  await expect(page.getByRole('heading', { level: 1, name: titles['flow-log'], exact: true })).toBeVisible({ timeout: 30_000 });
  await expect(page.getByRole('progressbar', { name: shell.pageLoading })).toHaveCount(0);
});

test('the question mark lists the keys, and not while one types', async ({ page }) => {
  await page.goto('/vpcs?region=ap-guangzhou');
  await expect(page.getByRole('table')).toBeVisible();
  const help = page.getByRole('dialog', { name: shell.keys, exact: true });
  await page.getByRole('searchbox').first().press('?');
  await expect(page.getByRole('searchbox').first()).toHaveValue('?');
  await expect(help).toHaveCount(0);
  await page.getByRole('heading', { level: 1 }).click();
  await page.keyboard.press('?');
  await expect(help).toBeVisible();
  await expect(help.getByText(messagesOf('aside')['keys.everywhere.commands'])).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(help).toHaveCount(0);
  await page.keyboard.press('/');
  await expect(page.getByRole('searchbox').first()).toBeFocused();
});
