/** How each kind of control of a form is filled in. */
import type { Locator } from '@playwright/test';
import { expect } from './expect.ts';
import { texts } from './texts.ts';

/**
 * What is put into a field: the text, or the label of the choice; true or false for a switch; several texts for a list of
 * texts; a function for whatever else the family has made for itself.
 */
type Value = string | boolean | readonly string[] | ((field: Locator, panel: Locator) => Promise<void>);

/** By label. */
export type Fields = Readonly<Record<string, Value>>;

/** A form in its panel. */
export interface Form {
  readonly panel: Locator;
  /** By its label. */
  readonly field: (label: string) => Locator;
  readonly submit: Locator;
  readonly save: Locator;
  readonly fill: (values: Fields) => Promise<void>;
}

/** Fills in one control of a panel by what it is: text, combobox, select, switch, radio group or list. */
export async function put(panel: Locator, control: Locator, value: Value): Promise<void> {
  if (typeof value === 'function') return value(control, panel);
  const what = await control.evaluate((element) => element.getAttribute('role') ?? element.tagName.toLowerCase());
  if (typeof value === 'boolean') return toggle(control, value);
  if (typeof value !== 'string') return putList(panel, control, value);
  if (what === 'select') await control.selectOption({ label: value });
  else if (what === 'radiogroup') await control.getByRole('radio', { name: value }).check();
  else if (what === 'combobox') await pick(control, value);
  else await control.fill(value);
}

/** Finds an option by typing, and takes it; '' takes back what was chosen. */
async function pick(control: Locator, value: string): Promise<void> {
  if (value === '') {
    await control.fill('');
    await control.press('Enter');
    await expect(control).toHaveValue('');
    return;
  }
  // While its options are on their way, what is typed could only be taken as it is.
  await expect(control.locator('..').locator('svg.spin')).toHaveCount(0);
  await control.fill(value);
  await control.page().getByRole('option').filter({ hasText: value }).first().click();
}

async function toggle(control: Locator, on: boolean): Promise<void> {
  const state = async (): Promise<boolean> => (await control.getAttribute('aria-checked')) === 'true' || control.isChecked();
  if ((await state()) !== on) await control.click();
  await expect(control).toBeChecked({ checked: on });
}

/** A row for each value; rows left over from before are emptied, and blank rows are not sent. */
async function putList(panel: Locator, group: Locator, values: readonly string[]): Promise<void> {
  const rows = group.getByRole('textbox').or(group.getByRole('combobox')).or(group.locator('select'));
  for (const [index, value] of values.entries()) {
    if ((await rows.count()) <= index) await group.getByRole('button', { name: texts.en.kit['form.add'], exact: true }).click();
    await put(panel, rows.nth(index), value);
  }
  for (let index = values.length; index < (await rows.count()); index += 1) await put(panel, rows.nth(index), '');
}
