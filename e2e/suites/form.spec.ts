/** What every family's forms do: refuse before the call, put the cloud's refusal in its place, guard what was typed. */
import type { Page } from '@playwright/test';
import { changesOne } from '../support/edit.ts';
import { actionOf, type CreateUnderTest, createTitle, type FamilyUnderTest, isAsync, newUrlOf, textOf } from '../support/family.ts';
import type { Form } from '../support/fields.ts';
import { formOf, listOf } from '../support/pages.ts';
import type { Sim } from '../support/sim.ts';
import { familiesUnder } from '../support/suites.ts';
import { expect, test } from '../support/test.ts';
import { fillText, texts } from '../support/texts.ts';

const { kit } = texts.en;

/** Counts the calls of an action that the page makes from now on. */
function countCalls(page: Page, action: string): () => number {
  let calls = 0;
  page.on('request', (request) => {
    if (request.url().endsWith(`/${action}`)) calls += 1;
  });
  return () => calls;
}

/** The field whose content tells whether what was typed is kept: the first text. */
function firstText({ fields }: CreateUnderTest): readonly [label: string, value: string] | undefined {
  return Object.entries(fields).find((entry): entry is [string, string] => typeof entry[1] === 'string');
}

async function guards(page: Page, family: FamilyUnderTest, create: CreateUnderTest): Promise<void> {
  const list = listOf(page, family);
  const form = formOf(page, createTitle(family));
  await test.step('closes without a question when nothing was typed', async () => {
    await list.goto();
    const before = await list.rows.count();
    await list.create.click();
    await expect(form.panel).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(form.panel).toHaveCount(0);
    await expect(list.rows).toHaveCount(before);
  });
  const typed = firstText(create);
  if (!typed) return;
  await test.step('asks before it throws away what was typed', async () => {
    const before = await list.rows.count();
    await list.create.click();
    await create.prepare?.(form);
    const [label, value] = typed;
    await form.fill({ [label]: value });
    const kept = await form.field(label).inputValue();
    await page.keyboard.press('Escape');
    const question = page.getByRole('alertdialog', { name: kit['form.discardTitle'] });
    await question.getByRole('button', { name: kit['form.keep'], exact: true }).click();
    await expect(form.field(label)).toHaveValue(kept);
    await form.panel.getByRole('button', { name: texts.en.ui.cancel, exact: true }).click();
    await question.getByRole('button', { name: kit['form.discard'], exact: true }).click();
    await expect(form.panel).toHaveCount(0);
    await expect(list.rows).toHaveCount(before);
  });
}

/** The form, filled in well: as its URL opens it, or as its list does. */
async function openFilled(page: Page, family: FamilyUnderTest, create: CreateUnderTest): Promise<Form> {
  if (family.thorough) await page.goto(newUrlOf(family));
  else await listOf(page, family).create.click();
  const form = formOf(page, createTitle(family));
  await expect(form.panel).toBeVisible();
  await create.prepare?.(form);
  await form.fill(create.fields);
  return form;
}

async function refuses(page: Page, family: FamilyUnderTest, create: CreateUnderTest, form: Form): Promise<void> {
  const calls = countCalls(page, actionOf(family, 'create'));
  for (const { why, set, field, says } of create.refused ?? []) {
    await test.step(`refuses ${why} before any call`, async () => {
      await form.fill(set);
      await form.submit.click();
      await expect(form.field(field)).toHaveAccessibleDescription(says);
      await expect(form.field(field)).toHaveAttribute('aria-invalid', 'true');
      await expect(form.panel).toBeVisible();
      expect(calls()).toBe(0);
      for (const label of Object.keys(set)) await form.fill({ [label]: create.fields[label] ?? '' });
      await expect(form.field(field)).not.toHaveAttribute('aria-invalid', 'true');
    });
  }
}

async function isRefused(sim: Sim, family: FamilyUnderTest, { serverError, fields }: CreateUnderTest, form: Form): Promise<void> {
  if (!serverError) return;
  const { code, field } = serverError;
  await test.step('puts what only the cloud knows in its place, and keeps what was typed', async () => {
    await sim.fault({ action: actionOf(family, 'create'), kind: 'error', code });
    const typed: [label: string, value: string][] = [];
    for (const [label, value] of Object.entries(fields)) {
      if (typeof value === 'string') typed.push([label, await form.field(label).inputValue()]);
    }
    await form.submit.click();
    if (field === undefined) await expect(form.panel.getByRole('alert').getByText(code, { exact: true })).toBeVisible();
    else await expect(form.field(field)).toHaveAttribute('aria-invalid', 'true');
    for (const [label, value] of typed) await expect(form.field(label)).toHaveValue(value);
  });
}

async function makesOne(page: Page, family: FamilyUnderTest, create: CreateUnderTest, form: Form): Promise<void> {
  const { name, adds = 1, says } = create;
  const list = listOf(page, family);
  await test.step('makes one, which is then in the list and opens', async () => {
    const count = family.list?.count ?? (await list.rows.count());
    await expect(list.rows).toHaveCount(count);
    const before = new Set(await list.ids());
    await form.submit.click();
    await expect(form.panel).toHaveCount(0);
    const told =
      says ?? (name === undefined ? undefined : fillText(kit[isAsync(family, 'create') ? 'form.started' : 'form.doneCreate'], { name }));
    if (told !== undefined) await expect(page.getByText(told)).toBeVisible();
    await expect(list.rows).toHaveCount(count + adds);
    const key = name ?? (await list.ids()).find((id) => !before.has(id)) ?? '';
    await expect(list.row(key)).toBeVisible();
    if (!family.detail || create.noPage) return;
    await list.link(key).click();
    await expect(page.getByRole('heading', { level: 1, name: key, exact: true })).toBeVisible();
  });
}

for (const family of familiesUnder('form', 'documents')) {
  const { create, edit } = family;
  test.describe(`form of a ${textOf(family).one}`, () => {
    if (create) {
      test('guards what was typed, refuses what is wrong, makes one', async ({ page, sim, watched }) => {
        await guards(page, family, create);
        const form = await openFilled(page, family, create);
        await refuses(page, family, create, form);
        if (create.serverError) watched.allow(422);
        await isRefused(sim, family, create, form);
        await makesOne(page, family, create, form);
      });
    }
    // Where it has a page, that page's test changes it.
    if (edit && !family.detail) {
      test('changes one', async ({ page }) => {
        await listOf(page, family).goto();
        await changesOne(page, family, edit);
      });
    }
  });
}
