/** One listed rule is turned into an IPv6 one on the way: what is then done to it says the same, and never all of IPv4. */
import { readFile } from 'node:fs/promises';
import group from '../../src/families/security-group/en.json' with { type: 'json' };
import rules from '../../src/kit/rules/en.json' with { type: 'json' };
import { securityGroup } from '../families/security-group.ts';
import { listOf } from '../support/pages.ts';
import { expect, test } from '../support/relayed.ts';

const text = { ...group, ...rules };
const six = '2001:db8:1::/64';

test('a rule that the cloud lists for IPv6 is described and saved as what it is', async ({ page, relay }) => {
  relay.rewrite('DescribeSecurityGroupPolicies', ({ SecurityGroupPolicySet: set }) => {
    set.Ingress = set.Ingress.map((row: Record<string, unknown>) =>
      row.PolicyDescription === 'on-call' ? { ...row, CidrBlock: '', Ipv6CidrBlock: six } : row,
    );
  });
  const list = listOf(page, securityGroup);
  await list.goto();
  await list.act('bastion', text.editRules);
  const rows = page.locator('tr[data-row]');
  const cell = (row: number, column: string) => rows.nth(row).locator(`[data-col=${column}]`);
  await expect(cell(1, 'remote')).toHaveText(six);

  for (const item of [text.exportJson, text.exportCsv]) {
    await page.getByRole('button', { name: text.more, exact: true }).click();
    const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('menuitem', { name: item }).click()]);
    const content = await readFile(await file.path(), 'utf8');
    expect(content).toContain(six);
    expect(content).not.toContain('0.0.0.0/0');
  }

  await cell(1, 'description').dblclick();
  await page.keyboard.press('Control+A');
  await page.keyboard.type('on-call of 2026');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: /^Review/ }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Apply/ })
    .click();
  await expect(page.getByText(/Applied\. The rules/)).toBeVisible();
  const sent = relay.calls().filter(({ action }) => !action.startsWith('Describe'));
  expect(sent.length).toBeGreaterThan(0);
  const words = sent.map(({ text: call }) => call).join('\n');
  expect(words).toContain(`"Ipv6CidrBlock":"${six}"`);
  expect(words).not.toContain('0.0.0.0/0');
  await expect(cell(1, 'remote')).toHaveText(six);
});
