/** Who may come in, and what is left when one goes. */
import { expect, test } from '../support/test.ts';
import { texts } from '../support/texts.ts';

const { kit, pages, shell } = texts.en;

test.use({ signedIn: false });

test('without a session every page leads to the sign-in and back again', async ({ page, product, watched }) => {
  watched.allow(401);
  await page.goto('/subnets?region=ap-shanghai');
  await expect(page.getByRole('heading', { name: texts.en.signIn.title })).toBeVisible();
  await page.getByLabel(texts.en.signIn.token).fill('not-the-token');
  await page.getByRole('button', { name: texts.en.signIn.submit, exact: true }).click();
  await expect(page.getByText(texts.en.signIn.wrong)).toBeVisible();
  await page.getByLabel(texts.en.signIn.token).fill(product.signInLink);
  await page.getByRole('button', { name: texts.en.signIn.submit, exact: true }).click();
  await expect(page).toHaveURL(/\/subnets\?.*region=ap-shanghai/);
  await expect(page.getByRole('table', { name: 'subnets' })).toBeVisible();
});

test('a sign-in link pasted into a tab that is at the sign-in page signs in, and a wrong one says so', async ({
  page,
  product,
  watched,
}) => {
  watched.allow(401);
  await page.goto('/vpcs?region=ap-shanghai');
  await expect(page.getByRole('heading', { name: texts.en.signIn.title })).toBeVisible();
  // As the address bar does it: the path stays, the fragment changes.
  const paste = (token: string): Promise<void> => page.evaluate((hash) => location.assign(hash), `#token=${token}`);
  await paste('not-the-token');
  await expect(page.getByText(texts.en.signIn.wrong)).toBeVisible();
  expect(page.url()).not.toContain('not-the-token');
  await paste(product.signInLink.split('token=')[1] ?? '');
  await expect(page).toHaveURL(/\/vpcs\?.*region=ap-shanghai/);
  await expect(page.getByRole('table', { name: 'VPCs' })).toBeVisible();
});

test('signing out ends the session at once, in other tabs too, and leaves nothing behind', async ({ page, context, product, watched }) => {
  watched.allow(401);
  await page.goto(product.signInLink);
  await expect(page.getByRole('heading', { level: 1, name: pages.overview })).toBeVisible();
  const cookie = (await context.cookies()).find(({ httpOnly }) => httpOnly);
  expect(cookie).toMatchObject({ sameSite: 'Strict', secure: true, path: '/' });
  const second = await context.newPage();
  await second.goto('/vpcs');
  await expect(second.getByRole('table')).toBeVisible();
  await page.getByRole('button', { name: shell.settings, exact: true }).click();
  await page.getByRole('menuitem', { name: shell.signOut, exact: true }).click();
  await expect(page.getByRole('heading', { name: texts.en.signIn.title })).toBeVisible();
  expect(await context.cookies()).toEqual([]);
  await second.reload();
  await expect(second.getByRole('heading', { name: texts.en.signIn.title })).toBeVisible();
});

test('a session that ends under an open form keeps what was typed, and says so', async ({ page, context, product, watched }) => {
  watched.allow(401);
  await page.goto(product.signInLink);
  await expect(page.getByRole('heading', { level: 1, name: pages.overview })).toBeVisible();
  await page.goto('/vpcs/new?region=ap-guangzhou');
  const form = page.getByRole('dialog');
  await form.getByLabel('Name', { exact: true }).fill('typed before the end');
  await form.getByLabel('IPv4 range', { exact: true }).fill('10.77.0.0/16');
  const second = await context.newPage();
  await second.goto('/');
  await second.getByRole('button', { name: shell.settings, exact: true }).click();
  await second.getByRole('menuitem', { name: shell.signOut, exact: true }).click();
  await expect(second.getByRole('heading', { name: texts.en.signIn.title })).toBeVisible();

  await form.getByRole('button', { name: 'Create VPC', exact: true }).click();
  await expect(form.getByText(kit['error.signedOut'])).toBeVisible();
  await expect(page.getByRole('region', { name: shell.banners }).getByText(shell['ended.title'])).toBeVisible();
  await expect(form.getByLabel('Name', { exact: true })).toHaveValue('typed before the end');
  await expect(form.getByLabel('IPv4 range', { exact: true })).toHaveValue('10.77.0.0/16');
  // It was refused, not lost.
  await expect(page.getByText(kit['error.unknown'])).toHaveCount(0);
  await expect(page).toHaveURL(/\/vpcs\/new/);
});
