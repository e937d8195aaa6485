/** Changing a resource, which its own page offers, or its row where it has none. */
import type { Page } from '@playwright/test';
import type { EditUnderTest, FamilyUnderTest } from './family.ts';
import { formIn, listOf, openEdit } from './pages.ts';
import { expect } from './test.ts';

/** The page of the resource is open; of a family without pages, its list. */
export async function changesOne(page: Page, family: FamilyUnderTest, edit: EditUnderTest): Promise<void> {
  await openEdit(page, family, edit);
  const form = formIn(page.getByRole('dialog'));
  await expect(form.save).toHaveAttribute('aria-disabled', 'true');
  await form.fill({ [edit.field ?? 'Name']: edit.value });
  await form.save.click();
  await expect(form.panel).toHaveCount(0);
  const shown =
    edit.shows !== undefined
      ? page.getByRole('main').getByText(edit.shows).first()
      : family.detail
        ? page.getByRole('heading', { level: 1, name: edit.value, exact: true })
        : listOf(page, family).row(edit.value);
  await expect(shown).toBeVisible();
  if (!family.thorough) return;
  await page.reload();
  await expect(shown).toBeVisible();
}
