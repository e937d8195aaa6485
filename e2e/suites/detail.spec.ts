/** What every family's own page shows. */
import { changesOne } from '../support/edit.ts';
import { actionOf, oneUrlOf, strangeId, textOf } from '../support/family.ts';
import { listOf } from '../support/pages.ts';
import { familiesUnder } from '../support/suites.ts';
import { expect, test } from '../support/test.ts';
import { fillText, texts } from '../support/texts.ts';

const { kit } = texts.en;

for (const family of familiesUnder('detail', 'documents')) {
  const { detail, edit, list: known } = family;
  if (!detail || !known) continue;
  const { one, many } = textOf(family);

  test(`page of a ${one}: properties, the call, tabs, a change, and no such one`, async ({ page, watched }) => {
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
      await page.keyboard.press('Escape');
    });
    const url = new URL(page.url());
    const bar = page.getByRole('navigation', { name: kit.tabs });
    const { tabs = [] } = detail;
    for (const tab of tabs) {
      await test.step(`has the tab "${tab}" at a URL`, async () => {
        const path = `${url.pathname}/${tab}`;
        if (family.thorough) await page.goto(`${path}${url.search}`);
        else await bar.locator(`a[href^="${path}?"]`).click();
        await expect(bar.locator('[aria-current=page]')).toHaveAttribute('href', new RegExp(`/${tab}\\b`));
        await expect.poll(() => new URL(page.url()).pathname).toBe(path);
      });
    }
    if (tabs.length > 0) {
      await test.step('goes back', async () => {
        await page.goBack();
        await expect(heading).toBeVisible();
      });
    }
    if (edit) {
      await test.step('is changed', async () => {
        if (edit.name !== undefined && edit.name !== detail.name) {
          await list.goto();
          await list.link(edit.name).click();
        }
        await changesOne(page, family, edit);
      });
    }
    await test.step('says that there is no such one, and leads to the list', async () => {
      watched.allow(422);
      await page.goto(oneUrlOf(family, strangeId(family)));
      await expect(page.getByRole('heading', { level: 1, name: fillText(kit.notFound, { what: one }) })).toBeVisible();
      await page.getByRole('link', { name: fillText(kit.toList, { what: many }), exact: true }).click();
      await expect(list.rows).toHaveCount(known.count);
    });
  });
}
