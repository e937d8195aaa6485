/** A list of which only the rows in sight are drawn: the keyboard reaches its ends, before and after another page. */
import { paths } from '../../src/paths.ts';
import { expect, test } from '../support/test.ts';

test('the keyboard leaps to the ends of a long list, also when one comes back to it', async ({ page, sim }) => {
  const region = 'ap-chengdu';
  await sim.fill({ region, vpcs: 400 });
  const main = page.getByRole('main');
  const row = (at: number) => main.locator(`tr[data-row="${at}"]`);
  const table = main.getByRole('table');
  // All rows are here. Whether what draws those in sight has taken over from the first ones is nothing that one waits for.
  const drawn = (): Promise<void> => expect(table).toHaveAttribute('aria-rowcount', '401');
  await page.goto(paths.list('vpc', { account: undefined, region }));
  await drawn();
  await row(0).focus();
  await page.keyboard.press('End');
  await expect(row(399)).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await expect(row(398)).toBeFocused();
  await expect(row(0)).toHaveCount(0);

  await page.keyboard.press('Enter');
  await expect(
    main
      .getByRole('tab')
      .or(main.getByRole('link', { name: 'Properties' }))
      .first(),
  ).toBeVisible();
  await page.goBack();
  await drawn();
  await row(0).focus();
  await page.keyboard.press('End');
  await expect(row(399)).toBeFocused();
  await page.keyboard.press('Home');
  await expect(row(0)).toBeFocused();
});
