/** The API explorer: read actions answer from their pages, a write asks first, and axe finds nothing. */
import { type ActionData, isRead } from '../../catalogue/define.ts';
import { actions, splitName } from '../../catalogue/index.ts';
import { flatten } from '../../catalogue/wire.ts';
import messages from '../../src/pages/explorer/en.json' with { type: 'json' };
import { ask } from '../support/ask.ts';
import { clean } from '../support/axe.ts';
import { walk } from '../support/pages.ts';
import { type Ask, needs } from '../support/reads.ts';
import { expect, test } from '../support/test.ts';
import { fillText } from '../support/texts.ts';

const region = 'ap-guangzhou';

const reads = Object.entries(actions as Readonly<Record<string, ActionData>>).filter(([, action]) => isRead(action));

const asksForSomething = (action: ActionData): boolean =>
  Object.values(action.params).some(({ required }) => required) || (action.oneOf ?? []).length > 0;

test('for every read that needs something, it is known where to find it', () => {
  expect(reads.filter(([, action]) => asksForSomething(action)).map(([name]) => name)).toEqual(
    reads.map(([name]) => name).filter((name) => Object.hasOwn(needs, name)),
  );
});

/** Where the chosen action stands, beside the list of all. */
const part = '#main > div > :nth-child(2)';

/** Halves of the walk, which run beside each other. */
for (const half of [0, 1]) {
  test(`every read action is answered on its page, half ${half + 1}`, async ({ page }) => {
    test.slow(); // Some ninety pages.
    await page.goto(`/explorer?region=${region}`);
    await expect(page.getByRole('searchbox')).toBeVisible();
    const asking: Ask = (name, params) => ask(page, name, params, { region });
    const refused: string[] = [];
    for (const [name] of reads.filter(([name], at) => at % 2 === half && needs[name] !== null)) {
      const query = new URLSearchParams({ region, ...flatten((await needs[name]?.(asking)) ?? {}) });
      const { service, action } = splitName(name);
      await walk(page, `/explorer/${service}/${action}?${query}`);
      await expect(page, name).toHaveTitle(new RegExp(`· ${name}( |$)`));
      await page.getByRole('button', { name: messages.run, exact: true }).click();
      const answer = page.getByRole('region', { name: messages.answer }).or(page.getByRole('main').getByRole('alert'));
      await expect(answer.first(), name).toBeVisible();
      if (!(await page.getByText(messages.succeeded, { exact: true }).isVisible()))
        refused.push(`${name}?${query}: ${await answer.first().innerText()}`);
    }
    expect(refused).toEqual([]);
  });
}

test('a write asks first, says what it does, and the call stays in the URL', async ({ page }) => {
  await page.goto(`/explorer/vpc/CreateVpc?region=${region}`);
  const send = page.getByRole('button', { name: messages.runWrite, exact: true });
  await send.click();
  await expect(page.getByRole('textbox').nth(0)).toBeVisible();
  await expect(page.getByRole('alertdialog')).toHaveCount(0);
  await page.getByLabel('Name', { exact: true }).fill('from the explorer');
  await page.getByLabel('IPv4 range', { exact: true }).fill('10.77.0.0/16');
  await expect(page).toHaveURL(/CidrBlock=10\.77\.0\.0/);
  await send.click();
  const question = page.getByRole('alertdialog', { name: fillText(messages.confirmTitle, { title: 'Create VPC' }) });
  await expect(question).toContainText('vpc:CreateVpc');
  await page.keyboard.press('Escape');
  await expect(question).toHaveCount(0);
  await expect(page.getByText(messages.succeeded, { exact: true })).toHaveCount(0);
  await send.click();
  await question.getByRole('button', { name: 'Create VPC', exact: true }).click();
  await expect(page.getByText(messages.succeeded, { exact: true })).toBeVisible();
  await expect(page.getByRole('region', { name: messages.answer })).toContainText('10.77.0.0/16');
});

test('axe finds nothing', async ({ page }) => {
  test.slow(); // Axe looks at five views.
  // The list of all actions is the same beside each of them: the suite of accessibility looks at it.
  const views = {
    '/explorer/vpc/DescribeVpcs': part,
    '/explorer/vpc/DeleteVpc': part,
    '/explorer/vpc/CreateHaVip': part,
    '/explorer/vpc/Nothing': part,
  };
  for (const [path, where] of Object.entries(views)) {
    await page.goto(`${path}?region=${region}`);
    await expect(page.getByRole('searchbox')).toBeVisible();
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    if (path.endsWith('DescribeVpcs')) {
      await page.getByRole('button', { name: messages.run, exact: true }).click();
      await expect(page.getByText(messages.succeeded, { exact: true })).toBeVisible();
    }
    await clean(page, path, where);
  }
});
