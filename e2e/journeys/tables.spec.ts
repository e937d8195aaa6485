/** Tables that people bring: opened, dropped or pasted, asked about where they are not understood, never guessed. */
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import rules from '../../src/kit/rules/en.json' with { type: 'json' };
import tables from '../../src/kit/tables/en.json' with { type: 'json' };
import addresses from '../../src/pages/addresses/en.json' with { type: 'json' };
import { paths } from '../../src/paths.ts';
import { addressTemplate } from '../families/parameter-template.ts';
import { clean } from '../support/axe.ts';
import { createTitle } from '../support/family.ts';
import { formOf, listOf } from '../support/pages.ts';
import { chooseMore, openGroupRules, ruleRows } from '../support/rules.ts';
import { expect, test } from '../support/test.ts';
import { fillText } from '../support/texts.ts';

const fixture = (name: string): Buffer => readFileSync(`src/lib/tables/fixtures/${name}.txt`);
const dialog = (page: Page) => page.getByRole('dialog').last();
const add = (page: Page, n: number) => dialog(page).getByRole('button', { name: fillText(rules.importN, { n }), exact: true });
const lineFault = (page: Page, line: number, why: string) =>
  dialog(page)
    .getByRole('listitem')
    .filter({ hasText: fillText(tables.lineOf, { line }) })
    .filter({ hasText: why })
    .first();

async function openImport(page: Page): Promise<void> {
  await chooseMore(page, rules.import);
  await expect(dialog(page)).toBeVisible();
}

const openFile = (page: Page, name: string, buffer: Buffer) =>
  dialog(page).locator('input[type=file]').setInputFiles({ name, mimeType: 'text/csv', buffer });

test('a file of Chinese Excel: its encoding is told, its denials stay denials', async ({ page }) => {
  await openGroupRules(page, 'test-delete-me');
  await openImport(page);
  await openFile(page, '规则.csv', fixture('gbk'));
  await expect(dialog(page).getByLabel(tables.encoding)).toHaveValue('gb18030');
  await expect(dialog(page).getByText('Inbound DROP TCP 22 0.0.0.0/0 # 远程登录')).toBeVisible();
  await clean(page, 'a table that was opened', 'dialog');
  await dialog(page).getByLabel(tables.encoding).selectOption('utf-16be');
  await expect(add(page, 2)).toHaveCount(0);
  await dialog(page).getByLabel(tables.encoding).selectOption('gb18030');
  await add(page, 2).click();
  await expect(ruleRows(page)).toHaveCount(2);
  await expect(ruleRows(page).first()).toContainText(rules.drop);
});

test('bytes that do not tell their encoding are asked about', async ({ page }) => {
  await openGroupRules(page, 'test-delete-me');
  await openImport(page);
  await openFile(page, 'regeln.csv', fixture('windows-1252'));
  await expect(dialog(page).getByText(tables['problem.encoding-unknown'])).toBeVisible();
  await dialog(page).getByLabel(tables.encoding).selectOption('windows-1252');
  await expect(dialog(page).getByText('# Büro München')).toBeVisible();
  await expect(add(page, 2)).toBeEnabled();
});

test('columns and words that nobody knows are said by the person, and nothing is taken before', async ({ page }) => {
  await openGroupRules(page, 'test-delete-me');
  await openImport(page);
  await dialog(page).getByLabel(tables.text).fill('Regel;Protokoll;Port;Quelle;Kunde\nverboten;tcp;22;any;ACME\nerlaubt;tcp;443;any;ACME');
  await expect(dialog(page).getByText(tables['ask.columns'])).toBeVisible();
  await dialog(page).getByRole('checkbox', { name: tables.firstIsHeading }).check();
  const say1 = async (column: string, part: string) =>
    dialog(page).getByRole('combobox', { name: column, exact: true }).selectOption({ label: part });
  await say1('Regel', tables['part.action']);
  await say1('Protokoll', tables['part.protocol']);
  await say1('Port', tables['part.port']);
  await say1('Quelle', tables['part.source']);
  await say1('Kunde', tables.leaveOut);
  await expect(dialog(page).getByText(tables.leaveOutWarning)).toBeVisible();
  await say1(fillText(tables.wordIs, { word: 'verboten' }), rules.drop);
  await expect(lineFault(page, 3, tables['fault.action-unknown'])).toBeVisible();
  await say1(fillText(tables.wordIs, { word: 'erlaubt' }), rules.accept);
  await clean(page, 'a table whose columns were said', 'dialog');
  await test.step('on a telephone nothing is cut off', async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    const body = dialog(page).locator('[data-part=body]');
    await expect.poll(() => body.evaluate((element) => element.scrollWidth - element.clientWidth)).toBe(0);
    await expect(add(page, 2)).toBeInViewport();
    await page.setViewportSize({ width: 1440, height: 900 });
  });
  await add(page, 2).click();
  await expect(ruleRows(page)).toHaveCount(2);
  await expect(ruleRows(page).first()).toContainText(rules.drop);
});

test('every fault is told by the file’s line, and the rest is taken only by somebody who says so', async ({ page }) => {
  await openGroupRules(page, 'test-delete-me');
  await openImport(page);
  const bad = Array.from({ length: 40 }, (_, at) => `deny,tcp,${70000 + at},any`);
  await dialog(page)
    .getByLabel(tables.text)
    .fill(['action,protocol,port,source', '', 'allow,tcp,443,any', ...bad].join('\n'));
  await expect(
    dialog(page)
      .getByText(fillText(tables.faults, { n: 40 }))
      .first(),
  ).toBeVisible();
  await expect(lineFault(page, 43, tables['fault.port-wrong'])).toBeAttached();
  await expect(add(page, 1)).toHaveAttribute('aria-disabled', 'true');
  await dialog(page)
    .getByRole('checkbox', { name: fillText(tables.without, { n: 40 }) })
    .check();
  await add(page, 1).click();
  await expect(ruleRows(page)).toHaveCount(1);
});

test('JSON of another shape is told once; a switched-off rule is left out and listed', async ({ page }) => {
  await openGroupRules(page, 'test-delete-me');
  await openImport(page);
  await dialog(page).getByLabel(tables.text).fill('{"vpc":{"name":"a"},"routes":[{"to":"10.0.0.0/8"}]}');
  await expect(dialog(page).getByText(tables['problem.json-shape'])).toHaveCount(1);
  await dialog(page).getByLabel(tables.text).fill('enabled,action,protocol,port,source\nno,allow,tcp,3389,any\nyes,allow,tcp,443,any');
  await expect(dialog(page).getByText(fillText(tables.left, { n: 1 }))).toBeVisible();
  await expect(dialog(page).getByText(tables['left.disabled'], { exact: true })).toBeVisible();
  await add(page, 1).click();
  await expect(ruleRows(page)).toHaveCount(1);
});

test('rules are copied and pasted whole, whatever their descriptions; what is not understood opens the dialog', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openGroupRules(page, 'test-delete-me');
  await openImport(page);
  const odd = ['"temp', '=1+1', '0', '# no', 'a, b'];
  const lines = odd.map((text) => `allow,icmp,,10.0.0.0/8,"${text.replaceAll('"', '""')}"`);
  await dialog(page)
    .getByLabel(tables.text)
    .fill(['action,protocol,port,address,description', ...lines].join('\n'));
  await add(page, odd.length).click();
  await expect(ruleRows(page)).toHaveCount(odd.length);
  await ruleRows(page).first().locator('[data-col=description]').click();
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Control+c');
  await page.keyboard.press('Control+v');
  await expect(ruleRows(page)).toHaveCount(2 * odd.length);
  for (const text of odd) await expect(ruleRows(page).filter({ has: page.getByText(text, { exact: true }) })).toHaveCount(2);
  await page.evaluate(() => navigator.clipboard.writeText('accept,"tcp 80,443,8000-8100",10.1.2.0/24,web'));
  await page.keyboard.press('Control+v');
  await expect(dialog(page).getByText(tables['ask.columns'])).toBeVisible();
  await expect(ruleRows(page)).toHaveCount(2 * odd.length);
});

test('members of a template and blocks of a plan come through the same dialog', async ({ page }) => {
  await test.step('members', async () => {
    const list = listOf(page, addressTemplate);
    await list.goto();
    await list.create.click();
    const form = formOf(page, createTitle(addressTemplate));
    await form.fill({ Name: 'brought' });
    await form.panel.getByRole('button', { name: tables.openList }).click();
    await dialog(page).getByLabel(tables.text).fill('地址,备注\n203.0.113.0/24,办公\n198.51.100.9/24,');
    await expect(lineFault(page, 3, tables['fault.remote-host-bits'])).toBeVisible();
    await dialog(page)
      .getByRole('checkbox', { name: fillText(tables.without, { n: 1 }) })
      .check();
    await dialog(page)
      .getByRole('button', { name: fillText(tables.takeN, { n: 1 }) })
      .click();
    await form.submit.click();
    await expect(form.panel).toHaveCount(0);
    await expect(list.row('brought')).toContainText('203.0.113.0/24');
  });
  await test.step('blocks', async () => {
    await page.goto(paths.page('addresses', { region: 'ap-guangzhou' }));
    await page.getByRole('searchbox', { name: addresses.search }).fill('staging');
    const card = page.getByRole('region', { name: 'staging', exact: true });
    await card.getByRole('button', { name: addresses.open }).click();
    const plan = card.getByRole('region', { name: addresses.plan }).first();
    await plan.getByRole('button', { name: tables.openList }).click();
    await dialog(page).getByLabel(tables.text).fill('name,cidr\nbatch-a,10.8.6.0/24\nbatch-b,10.8.6.128/25\nelsewhere,10.9.0.0/24');
    await expect(lineFault(page, 3, tables['fault.block-taken'])).toBeVisible();
    await expect(lineFault(page, 4, tables['fault.block-outside'])).toBeVisible();
    await dialog(page)
      .getByRole('checkbox', { name: fillText(tables.without, { n: 2 }) })
      .check();
    await dialog(page)
      .getByRole('button', { name: fillText(tables.takeN, { n: 1 }) })
      .click();
    await expect(plan.getByRole('row').filter({ hasText: '10.8.6.0/24' })).toHaveCount(1);
  });
});
