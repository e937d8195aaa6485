/** The API explorer: read actions answer from their pages, a write asks first, and axe finds nothing. */
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { type ActionData, type Field, isRead } from '../../catalogue/define.ts';
import { actions, familyData, findAction, splitName } from '../../catalogue/index.ts';
import { messages } from '../../src/i18n/en/explorer.ts';
import { expect, test } from '../support/test.ts';
import { say } from '../support/words.ts';

const region = 'ap-guangzhou';

type Row = Readonly<Record<string, unknown>>;

const at = (value: unknown, path: string): unknown =>
  path.split('.').reduce<unknown>((inner, step) => (inner as Row | undefined)?.[step], value);

/** The first row of a family's list in the demo world, asked as the console would ask. */
async function firstRow(page: Page, family: keyof typeof familyData): Promise<Row | undefined> {
  const list = (familyData[family].operations as Readonly<Record<string, readonly string[]>>).list?.[0];
  const paging = list === undefined ? undefined : findAction(list)?.paging;
  if (list === undefined || !paging) return undefined;
  const { service, action } = splitName(list);
  const response = await page.request.post(`/api/call/${service}/${action}`, { headers: { 'X-Weft': '1' }, data: { region, params: {} } });
  const { data } = (await response.json()) as { data: Row };
  const rows = at(data, paging.items) ?? (paging.alsoAt && at(data, paging.alsoAt.items));
  return Array.isArray(rows) ? (rows[0] as Row) : undefined;
}

/** A value for a required parameter: an id of the demo world, or the first that is allowed. Undefined: there is none. */
function valueFor(field: Field, rows: ReadonlyMap<string, Row>): string | undefined {
  switch (field.kind) {
    case 'list':
      return valueFor(field.of, rows);
    case 'ref': {
      const row = rows.get(field.family);
      const id = row?.[familyData[field.family as keyof typeof familyData].id];
      return id === undefined ? undefined : String(id);
    }
    case 'choice':
      return String(field.values[0]);
    case 'integer':
      return String(field.min ?? 1);
    default:
      return undefined;
  }
}

function queryFor(action: ActionData, rows: ReadonlyMap<string, Row>): URLSearchParams | null {
  const query = new URLSearchParams({ region });
  for (const [name, field] of Object.entries(action.params)) {
    if (!field.required) continue;
    const value = valueFor(field, rows);
    if (value === undefined) return null;
    query.set(field.kind === 'list' ? `${name}.0` : name, value);
  }
  return query;
}

const every = Object.entries(actions as Readonly<Record<string, ActionData>>);
// The demo world begins with no task that could be asked for.
const polls = new Set(every.map(([, action]) => action.async?.poll));
const reads = every.filter(([name, action]) => isRead(action) && !polls.has(name));

/** Reads that need ids which no first row of a list gives them by the parameter's kind alone: not asked here yet. */
const notAsked = [
  'vpc2017:DescribeLocalIPTranslationNatRule',
  'vpc2017:DescribeLocalSourceIPPortTranslationNatRule',
  'vpc2017:DescribeLocalDestinationIPPortTranslationNatRule',
  'vpc2017:DescribePeerIPTranslationNatRule',
  'vpc2017:DescribeLocalIPTranslationAclRule',
  'vpc2017:DescribeLocalSourceIPPortTranslationAclRule',
  'vpc2017:DescribeFlowLog',
  'vpc2017:DescribeAddressInstances',
  'vpc2017:DescribeAddressGroupInstances',
  'vpc2017:DescribeServiceInstances',
  'vpc2017:DescribeServiceGroupInstances',
  'vpc:DescribeSecurityGroupPolicies',
  'vpc:DescribeSecurityGroupAssociationStatistics',
  'vpc2017:DescribeSubnet',
  'vpc:DownloadCustomerGatewayConfiguration',
  'vpc2017:GetVpnConnConfig',
  'vpc:InquiryPriceRenewVpnGateway',
  'vpc:InquiryPriceResetVpnGatewayInternetMaxBandwidth',
];

test('every read action whose ids the lists give is answered', async ({ page }) => {
  test.setTimeout(300_000);
  const rows = new Map<string, Row>();
  for (const family of Object.keys(familyData) as (keyof typeof familyData)[]) {
    const row = await firstRow(page, family);
    if (row) rows.set(family, row);
  }
  // A subnet and its VPC are asked for together: the pair must belong together.
  const subnet = rows.get('subnet');
  if (subnet) rows.set('vpc', { VpcId: subnet.VpcId });
  const unasked: string[] = [];
  const refused: string[] = [];
  for (const [name, action] of reads) {
    const query = queryFor(action, rows);
    if (!query) {
      unasked.push(name);
      continue;
    }
    const { service, action: own } = splitName(name);
    await page.goto(`/explorer/${service}/${own}?${query}`);
    await page.getByRole('button', { name: messages.run, exact: true }).click();
    const answer = page.getByRole('region', { name: messages.answer }).or(page.getByRole('main').getByRole('alert'));
    await expect(answer.first(), name).toBeVisible();
    if (!(await page.getByText(messages.succeeded, { exact: true }).isVisible()))
      refused.push(`${name}?${query}: ${await answer.first().innerText()}`);
  }
  expect.soft(refused).toEqual([]);
  expect(unasked.sort()).toEqual([...notAsked].sort());
});

test('a write asks first, says what it does, and the call stays in the address', async ({ page }) => {
  await page.goto(`/explorer/vpc/CreateVpc?region=${region}`);
  const send = page.getByRole('button', { name: messages.runWrite, exact: true });
  await send.click();
  await expect(page.getByRole('textbox').nth(0)).toBeVisible();
  await expect(page.getByRole('alertdialog')).toHaveCount(0);
  await page.getByLabel('Name', { exact: true }).fill('from the explorer');
  await page.getByLabel('IPv4 range', { exact: true }).fill('10.77.0.0/16');
  await expect(page).toHaveURL(/CidrBlock=10\.77\.0\.0/);
  await send.click();
  const question = page.getByRole('alertdialog', { name: say(messages.confirmTitle, { title: 'Create VPC' }) });
  await expect(question).toContainText('vpc:CreateVpc');
  await page.keyboard.press('Escape');
  await expect(question).toHaveCount(0);
  await expect(page.getByText(messages.succeeded, { exact: true })).toHaveCount(0);
  await send.click();
  await question.getByRole('button', { name: 'Create VPC', exact: true }).click();
  await expect(page.getByText(messages.succeeded, { exact: true })).toBeVisible();
  await expect(page.getByRole('region', { name: messages.answer })).toContainText('10.77.0.0/16');
});

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme });
    test('axe finds nothing', async ({ page }) => {
      test.setTimeout(120_000);
      for (const path of ['/explorer', '/explorer/vpc/DescribeVpcs', '/explorer/vpc/DeleteVpc', '/explorer/vpc/Nothing']) {
        await page.goto(`${path}?region=${region}`);
        await expect(page.getByRole('searchbox')).toBeVisible();
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
        const send = page.getByRole('button', { name: messages.run, exact: true });
        if (path.endsWith('DescribeVpcs')) {
          await send.click();
          await expect(page.getByText(messages.succeeded, { exact: true })).toBeVisible();
        }
        const { violations } = await new AxeBuilder({ page })
          .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
          .analyze();
        expect
          .soft(
            violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' ')}`),
            path,
          )
          .toEqual([]);
      }
    });
  });
}
