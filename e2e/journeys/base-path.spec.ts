/** The console under a path of a reverse proxy's: nothing it asks for, links to or leads to is beside that path. */
import { expect } from '../support/expect.ts';
import { startProduct, token } from '../support/product.ts';
import { test } from '../support/test.ts';
import { texts } from '../support/texts.ts';

const { shell } = texts.en;

test.use({ signedIn: false });

test('under a base path a person signs in, goes on, comes back and signs out', async ({ browser }) => {
  const product = await startProduct({ env: { WEFT_BASE_PATH: '/weft' } });
  const context = await browser.newContext({ baseURL: product.url, reducedMotion: 'reduce' });
  try {
    const page = await context.newPage();
    const beside: string[] = [];
    page.on('request', (request) => {
      const { protocol, pathname } = new URL(request.url());
      if (protocol === 'http:' && !`${pathname}/`.startsWith('/weft/')) beside.push(pathname);
    });
    // Without a session a page leads to the sign-in, and from there back.
    await page.goto('/weft/subnets?region=ap-shanghai');
    await expect(page.getByRole('heading', { name: texts.en.signIn.title })).toBeVisible();
    await expect(page).toHaveURL(/\/weft\/sign-in\?from=%2Fsubnets/);
    await page.goto(`/weft/sign-in?from=${encodeURIComponent('/subnets?region=ap-shanghai')}#token=${token}`);
    await expect(page.getByRole('table', { name: 'subnets' })).toBeVisible();
    await expect(page).toHaveURL(/\/weft\/subnets\?/);
    expect((await context.cookies()).map(({ name, path }) => [name, path])).toEqual([['__Secure-weft', '/weft']]);
    await page.getByRole('navigation').getByRole('link', { name: 'VPCs', exact: true }).click();
    await expect(page).toHaveURL(/\/weft\/vpcs/);
    await page.getByRole('table', { name: 'VPCs' }).getByRole('link').first().click();
    await expect(page).toHaveURL(/\/weft\/vpcs\/vpc-/);
    await page.reload();
    await expect(page).toHaveURL(/\/weft\/vpcs\/vpc-/);
    await expect(page.getByRole('main').getByRole('heading', { level: 1 })).toBeVisible();
    for (const href of await page.getByRole('link').evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))) {
      expect(href).toMatch(/^(?:#|https:|\/weft(?:[/?]|$))/);
    }
    await page.goBack();
    await expect(page.getByRole('table', { name: 'VPCs' })).toBeVisible();
    await page.getByRole('button', { name: shell.settings, exact: true }).click();
    await page.getByRole('menuitem', { name: shell.signOut, exact: true }).click();
    await expect(page.getByRole('heading', { name: texts.en.signIn.title })).toBeVisible();
    await expect(page).toHaveURL(/\/weft\/sign-in/);
    expect(beside).toEqual([]);
  } finally {
    await context.close();
    await product.stop();
  }
});
