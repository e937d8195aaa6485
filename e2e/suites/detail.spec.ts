/** What every family's own page shows. */
import { idPrefixes } from '../../catalogue/ids.ts';
import { segments } from '../../src/paths.ts';
import { families } from '../families/index.ts';
import { actionOf, nounsOf, regionOf, titleOf } from '../support/family.ts';
import { listOf } from '../support/pages.ts';
import { expect, test } from '../support/test.ts';
import { say, words } from '../support/words.ts';

const { kit } = words.en;

for (const family of families) {
  const { detail, list: known } = family;
  if (!detail || !known) continue;
  const { one, many } = nounsOf(family);

  test(`page of a ${titleOf(family, 'one')}: properties, the call, tabs, and no such one`, async ({ page, watched }) => {
    const list = listOf(page, family);
    const heading = page.getByRole('heading', { level: 1, name: detail.heading ?? detail.name, exact: true });
    await test.step('shows its properties', async () => {
      await list.goto();
      await list.link(detail.name).click();
      await expect(heading).toBeVisible();
      for (const value of detail.shows) await expect(page.getByRole('main').getByText(value).first()).toBeVisible();
    });
    await test.step('shows the call it makes', async () => {
      await page.getByRole('button', { name: kit['call.show'], exact: true }).click();
      await expect(page.getByText(actionOf(family, 'list')).first()).toBeVisible();
    });
    const address = new URL(page.url());
    const { tabs = [] } = detail;
    for (const tab of tabs) {
      await test.step(`has the tab "${tab}" at an address`, async () => {
        await page.goto(`${address.pathname}/${tab}${address.search}`);
        const current = page.getByRole('navigation', { name: kit.tabs }).locator('[aria-current=page]');
        await expect(current).toHaveAttribute('href', new RegExp(`/${tab}\\b`));
      });
    }
    if (tabs.length > 0) {
      await test.step('goes back', async () => {
        await page.goBack();
        await expect(heading).toBeVisible();
      });
    }
    await test.step('says that there is no such one, and leads to the list', async () => {
      watched.allow(422);
      await page.goto(`/${segments[family.family]}/${idPrefixes[family.family][0]}-zzzzzzzz?region=${regionOf(family)}`);
      await expect(page.getByRole('heading', { level: 1, name: say(kit.notFound, { what: one }) })).toBeVisible();
      await page.getByRole('link', { name: say(kit.toList, { what: many }), exact: true }).click();
      await expect(list.rows).toHaveCount(known.count);
    });
  });
}
