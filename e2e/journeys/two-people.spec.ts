/** Two browsers on one thing: the second is told, and nothing of either is lost. Rules have their own stories. */
import type { Page } from '@playwright/test';
import kit from '../../src/kit/en.json' with { type: 'json' };
import { paths } from '../../src/paths.ts';
import { ask } from '../support/ask.ts';
import { expect, test } from '../support/test.ts';

const scope = { region: 'ap-guangzhou' } as const;
const table = 'rtb-gytau735';
type Template = Readonly<{ AddressTemplateId: string; AddressSet: readonly string[] }>;
type Route = Readonly<{ RouteId: number; RouteDescription: string }>;
type Table = Readonly<{ RouteSet: readonly Route[] }>;

const told = (page: Page) => page.getByRole('region', { name: kit['form.changedMeanwhile'] });
const save = (page: Page) => page.getByRole('dialog').locator('button[type=submit]');
const gone = (page: Page) => expect(page.getByRole('dialog')).toHaveCount(0);

test('two people change the members of one template', async ({ page, context }) => {
  await page.goto('/');
  const read = async (): Promise<Template> => {
    const [first] = (await ask(page, 'vpc:DescribeAddressTemplates')).AddressTemplateSet as readonly Template[];
    if (!first) throw new Error('there is no template');
    return first;
  };
  const template = await read();
  const other = await context.newPage();
  const at = paths.edit('parameter-template', template.AddressTemplateId, scope);
  for (const [who, address] of [
    [page, '203.0.113.81'],
    [other, '203.0.113.82'],
  ] as const) {
    await who.goto(at);
    const members = who.getByRole('dialog').getByLabel('Addresses', { exact: true });
    await members.fill(`${await members.inputValue()}\n${address}`);
  }
  await save(other).click();
  await gone(other);
  await save(page).click();
  await expect(told(page)).toContainText('203.0.113.82');
  await told(page).getByRole('radio', { name: kit['form.versionBoth'] }).check();
  await told(page).getByRole('button', { name: kit['form.goOn'], exact: true }).click();
  await save(page).click();
  await gone(page);
  expect((await read()).AddressSet).toEqual([...template.AddressSet, '203.0.113.82', '203.0.113.81']);
});

test('two people change one route', async ({ page, context }) => {
  await page.goto('/');
  const read = async (): Promise<Route> => {
    const tables = (await ask(page, 'vpc:DescribeRouteTables', { RouteTableIds: [table] })).RouteTableSet as readonly Table[];
    const [first] = tables[0]?.RouteSet ?? [];
    if (!first) throw new Error('there is no route');
    return first;
  };
  const route = await read();
  const at = paths.verb('route-table', table, 'replaceRoutes', scope, { RouteId: String(route.RouteId) });
  const other = await context.newPage();
  for (const [who, words] of [
    [page, 'mine'],
    [other, 'theirs'],
  ] as const) {
    await who.goto(at);
    await who.getByRole('dialog').getByRole('textbox').last().fill(words);
  }
  await save(other).click();
  await gone(other);
  await save(page).click();
  await expect(told(page)).toContainText('theirs');
  expect((await read()).RouteDescription).toBe('theirs');
  await told(page).getByRole('button', { name: kit['form.startOver'], exact: true }).click();
  await expect(page.getByRole('dialog').getByRole('textbox').last()).toHaveValue('theirs');
});
