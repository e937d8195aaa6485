/** What an answer of reachability calls the addresses that stand for many, or for none. */
import messages from '../../src/pages/reachability/en.json' with { type: 'json' };
import { expect, test } from '../support/test.ts';

test('addresses that stand for all of the internet, or for none, are told in words', async ({ page }) => {
  await page.goto('/enis?region=ap-guangzhou&q=10.0.36');
  const id = await page.locator('tbody tr[data-id]').first().getAttribute('data-id');
  await page.goto(`/reachability?region=ap-guangzhou&from=internet&to=${id}&protocol=TCP&port=443`);
  const hops = page.getByRole('list', { name: messages.forward });
  await expect(hops).toContainText(/an address of the internet \(say [\d.]+\) → no public address:443/);
  await expect(page.getByRole('main')).not.toContainText('0.0.0.0:443');
});
