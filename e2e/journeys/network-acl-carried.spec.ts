/** Rules of an ACL that nobody here understands: shown, locked, and never written as something else. */
import messages from '../../src/families/network-acl/en.json' with { type: 'json' };
import rules from '../../src/kit/rules/en.json' with { type: 'json' };
import { networkAcl } from '../families/network-acl.ts';
import { listOf } from '../support/pages.ts';
import { expect, test } from '../support/relayed.ts';
import { addRule, chooseMore, reviewButton, ruleRows, writeCell } from '../support/rules.ts';
import { fillText } from '../support/texts.ts';

/** The first inbound rule of every ACL is listed as this. */
const listed = { desc: 'from the future', ipProtocol: 'tcp', cidrIp: '2001:db8:1::/64', portRange: '22', action: 2 };

test('a rule that is not understood is shown and locked; its direction is not written with it, the other one is', async ({
  page,
  relay,
}) => {
  relay.rewrite('DescribeNetworkAcl', (answer) => {
    for (const acl of answer.data) acl.networkAclEntrySet.ingress[0] = listed;
  });
  const list = listOf(page, networkAcl);
  const apply = page.getByRole('dialog').getByRole('button', { name: fillText(messages.apply, { n: 1 }), exact: true });
  await list.goto();
  await list.link('支付区').click();
  await expect(page.getByRole('table', { name: messages.inboundRules }).getByRole('row').nth(1)).toContainText('2001:db8:1::/64');
  await page.getByRole('button', { name: messages.editInbound, exact: true }).click();
  await expect(ruleRows(page).first()).toContainText('action 2');
  await test.step('it takes no text', async () => {
    await ruleRows(page).first().click();
    await page.keyboard.type('10.0.0.0/8');
    await expect(ruleRows(page).first()).toContainText('2001:db8:1::/64');
    await expect(reviewButton(page)).toHaveAttribute('aria-disabled', 'true');
  });
  await test.step('a direction that holds it is refused with the reason', async () => {
    await addRule(page, 'tcp 8080', '10.0.0.0/8', 'beside it');
    await reviewButton(page).click();
    const review = page.getByRole('dialog');
    const place = (await ruleRows(page).allTextContents()).findIndex((text) => text.includes('2001:db8')) + 1;
    await expect(review.getByText(fillText(messages.carriedRefused, { n: place })).first()).toBeVisible();
    await expect(apply).toHaveAttribute('aria-disabled', 'true');
    await page.keyboard.press('Escape');
    await chooseMore(page, rules.discard);
  });
  await test.step('the other direction is written', async () => {
    await page.getByRole('button', { name: new RegExp(`^${rules.egress}`) }).click();
    await writeCell(page, 0, 'description', 'described');
    await reviewButton(page).click();
    await apply.click();
    await expect(page.getByText(rules.appliedPlain)).toBeVisible();
  });
  const written = relay.calls().filter(({ action }) => action === 'ModifyNetworkAclEntry');
  expect(written).toHaveLength(1);
  expect(decodeURIComponent(written[0]?.text ?? '')).toContain('ruleDirection=0');
});
