/** Everything that is wrong in the demo, by cause; narrowed, opened, followed to what would end it, and taken along as a file. */
import { readFile } from 'node:fs/promises';
import messages from '../../src/pages/findings/en.json' with { type: 'json' };
import { paths } from '../../src/paths.ts';
import { clean } from '../support/axe.ts';
import { expect, test } from '../support/test.ts';

const scope = { region: 'ap-guangzhou' } as const;

test('what the internet reaches is found, shown on its way, and leads to the rules', async ({ page }) => {
  // The rules of every group are read, a call for each.
  test.slow();
  await page.goto(paths.page('findings', scope));
  const list = page.getByRole('region', { name: messages.title, exact: true });
  const judged = { timeout: 60_000 };
  await expect(list.getByRole('article').first()).toBeVisible(judged);
  await clean(page, 'findings');
  await page.getByRole('combobox', { name: messages['filter.group'] }).selectOption(messages['group.internet']);
  await expect(page).toHaveURL(/group=internet/);
  const first = list.getByRole('article').first();
  await first.getByRole('button').click();
  await expect(first.getByText(messages.why, { exact: true })).toBeVisible();
  await expect(page).toHaveURL(/open=[0-9a-f]{28}/);
  await clean(page, 'an open finding');
  await page.reload();
  await expect(first.getByRole('button')).toHaveAttribute('aria-expanded', 'true', judged);
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: messages.json, exact: true }).click();
  const rows: unknown = JSON.parse(await readFile((await (await saved).path()) ?? '', 'utf8'));
  await expect(list.getByRole('article')).toHaveCount((rows as unknown[]).length);
  await first.getByRole('link', { name: messages['do.edit-rules'] }).click();
  await expect(page).toHaveURL(/security-groups\/sg-[^/]+\/rules/);
});
