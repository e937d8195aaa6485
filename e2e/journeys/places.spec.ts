/** Account, region, language and theme: where one is stands in the address, how one likes it is remembered. */
import { vpc } from '../families/vpc.ts';
import { listOf } from '../support/pages.ts';
import { expect, test } from '../support/test.ts';
import { capital, words } from '../support/words.ts';

test('the region and the account stand in every address', async ({ page }) => {
  const list = listOf(page, vpc);
  await list.goto();
  await page.getByRole('button', { name: new RegExp(`^${words.en.shell.region}:`) }).click();
  await page.getByRole('menuitemradio', { name: /Beijing/ }).click();
  await expect(page).toHaveURL(/region=ap-beijing/);
  await expect(list.link('ml-training')).toBeVisible();
  await page.getByRole('button', { name: new RegExp(`^${words.en.shell.account}:`) }).click();
  await page.getByRole('menuitemradio', { checked: false }).first().click();
  await expect(page).toHaveURL(/account=/);
  await expect(list.link('ml-training')).toHaveCount(0);
  await page.goBack();
  await expect(list.link('ml-training')).toBeVisible();
});

test('a change of language and theme is kept', async ({ page }) => {
  const list = listOf(page, vpc);
  await list.goto();
  await page.getByRole('button', { name: words.en.shell.settings, exact: true }).click();
  await page.getByRole('menuitemradio', { name: '简体中文' }).click();
  await expect(page.getByRole('heading', { level: 1, name: capital(words.zh.vpc.many), exact: true })).toBeVisible();
  await page.getByRole('button', { name: words.zh.shell.settings, exact: true }).click();
  await page.getByRole('menuitemradio', { name: words.zh.shell['theme.dark'], exact: true }).click();
  await expect(page.locator('html')).toHaveCSS('color-scheme', /dark/);
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
  await expect(page.locator('html')).toHaveCSS('color-scheme', /dark/);
});

test('only what a page needs is loaded', async ({ page }) => {
  const loaded: string[] = [];
  page.on('response', (response) => loaded.push(new URL(response.url()).pathname));
  await listOf(page, vpc).goto();
  await expect(listOf(page, vpc).rows).toHaveCount(vpc.list.count);
  const scripts = loaded.filter((path) => path.endsWith('.js'));
  expect(scripts.length).toBeGreaterThan(1);
  expect(scripts.filter((path) => /overview|forms|sign-in|delete-dialog|virtual/i.test(path))).toEqual([]);
});
