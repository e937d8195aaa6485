/** No key of any account ever leaves the server: not in an answer, the page, the browser's stores, or what is printed. */
import { families } from '../families/index.ts';
import { listOf } from '../support/pages.ts';
import { expect, test } from '../support/test.ts';

test('nothing that a browser or a log sees holds a key', async ({ page, context, product, sim, watched }) => {
  watched.allow(422);
  const keys = (await sim.accounts()).map(({ secretKey }) => secretKey);
  expect(keys.length).toBeGreaterThan(1);
  const seen: string[] = [];
  const answers: Promise<void>[] = [];
  page.on('response', (response) => {
    answers.push(
      response.body().then(
        (body) => void seen.push(body.toString('utf8'), JSON.stringify(response.headers())),
        () => undefined, // A redirect or a page that was left has no body.
      ),
    );
  });
  await page.goto('/');
  await expect(page.getByRole('main').getByRole('table').first()).toBeVisible();
  for (const family of families) {
    if (!family.list) continue;
    const list = listOf(page, family);
    await list.goto();
    await expect(list.rows).toHaveCount(family.list.count);
    seen.push(await page.content());
  }
  await sim.fault({ action: 'DescribeVpcs', kind: 'error', code: 'AuthFailure.SignatureFailure', times: null });
  await page.goto('/vpcs');
  await expect(page.getByText('AuthFailure.SignatureFailure', { exact: true })).toBeVisible();
  seen.push(await page.content());
  seen.push(await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie])));
  seen.push(JSON.stringify(await context.storageState()), product.printed());
  await Promise.all(answers);
  expect(seen.length).toBeGreaterThan(20);
  for (const key of keys) expect(seen.filter((text) => text.includes(key)).map((text) => text.slice(0, 80))).toEqual([]);
});
