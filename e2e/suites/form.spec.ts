/** What every family's forms do: refuse before the call, put the cloud's refusal in its place, guard what was typed. */
import type { Page } from '@playwright/test';
import { families } from '../families/index.ts';
import type { FamilyUnderTest } from '../support/family.ts';
import { formOf, listOf } from '../support/pages.ts';
import { expect, test } from '../support/test.ts';
import { say, words } from '../support/words.ts';

const { kit } = words.en;

async function openForm(page: Page, family: FamilyUnderTest) {
  await page.goto(`/${family.path}/new?region=${family.region}`);
  const form = formOf(page, family.create.title.en);
  await expect(form.panel).toBeVisible();
  return form;
}

/** Counts the calls of an action that the page makes from now on. */
function countCalls(page: Page, action: string): () => number {
  let calls = 0;
  page.on('request', (request) => {
    if (request.url().endsWith(`/${action}`)) calls += 1;
  });
  return () => calls;
}

for (const family of families) {
  const text = words.en[family.text];
  const { create, edit } = family;

  test.describe(`form of a ${text.one}`, () => {
    test('makes one, which is then in the list and opens', async ({ page }) => {
      const list = listOf(page, family);
      await list.goto();
      await list.create.click();
      const form = formOf(page, create.title.en);
      await form.fill(create.fields);
      await form.submit.click();
      await expect(form.panel).toHaveCount(0);
      await expect(page.getByText(say(kit['form.doneCreate'], { name: create.name }))).toBeVisible();
      await expect(list.row(create.name)).toBeVisible();
      await expect(list.rows).toHaveCount(family.list.count + 1);
      await list.link(create.name).click();
      await expect(page.getByRole('heading', { level: 1, name: create.name, exact: true })).toBeVisible();
    });

    for (const { why, fields, field, says } of create.refused) {
      test(`refuses ${why} before any call`, async ({ page }) => {
        const form = await openForm(page, family);
        const calls = countCalls(page, create.action);
        await form.fill(fields);
        await form.submit.click();
        await expect(form.field(field)).toHaveAccessibleDescription(says);
        await expect(form.field(field)).toHaveAttribute('aria-invalid', 'true');
        await expect(form.panel).toBeVisible();
        expect(calls()).toBe(0);
      });
    }

    test('puts what only the cloud knows in its place', async ({ page, sim, watched }) => {
      watched.allow(422);
      const { code, field } = create.serverError;
      await sim.fault({ action: create.action, kind: 'error', code });
      const form = await openForm(page, family);
      await form.fill(create.fields);
      await form.submit.click();
      if (field === undefined) await expect(form.panel.getByRole('alert').getByText(code, { exact: true })).toBeVisible();
      else await expect(form.field(field)).toHaveAttribute('aria-invalid', 'true');
      await expect(form.field('Name')).toHaveValue(create.name);
      await form.submit.click();
      await expect(form.panel).toHaveCount(0);
    });

    test('asks before it throws away what was typed', async ({ page }) => {
      const list = listOf(page, family);
      await list.goto();
      await list.create.click();
      const form = formOf(page, create.title.en);
      await form.field('Name').fill('half');
      await page.keyboard.press('Escape');
      const question = page.getByRole('alertdialog', { name: kit['form.discardTitle'] });
      await question.getByRole('button', { name: kit['form.keep'], exact: true }).click();
      await expect(form.field('Name')).toHaveValue('half');
      await form.panel.getByRole('button', { name: words.en.ui.cancel, exact: true }).click();
      await question.getByRole('button', { name: kit['form.discard'], exact: true }).click();
      await expect(form.panel).toHaveCount(0);
      await expect(list.rows).toHaveCount(family.list.count);
    });

    test('closes without a question when nothing was typed', async ({ page }) => {
      const list = listOf(page, family);
      await list.goto();
      await list.create.click();
      const form = formOf(page, create.title.en);
      await expect(form.panel).toBeVisible();
      await page.keyboard.press('Escape');
      await expect(form.panel).toHaveCount(0);
    });

    test('changes one', async ({ page }) => {
      const list = listOf(page, family);
      await list.goto();
      await list.link(family.detail.name).first().click();
      await page.getByRole('button', { name: kit.edit, exact: true }).click();
      const panel = page.getByRole('dialog');
      const save = panel.getByRole('button', { name: kit['form.save'], exact: true });
      await expect(save).toHaveAttribute('aria-disabled', 'true');
      await panel.getByLabel(edit.field, { exact: true }).fill(edit.value);
      await save.click();
      await expect(panel).toHaveCount(0);
      await expect(page.getByRole('heading', { level: 1, name: edit.value, exact: true })).toBeVisible();
      await page.reload();
      await expect(page.getByRole('heading', { level: 1, name: edit.value, exact: true })).toBeVisible();
    });
  });
}
