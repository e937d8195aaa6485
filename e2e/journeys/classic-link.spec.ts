/** Instances of the classic network, in the account that still has one: linked, looked at, unlinked. */
import messages from '../../src/families/classic-link/en.json' with { type: 'json' };
import { classicLink } from '../families/classic-link.ts';
import { createTitle } from '../support/family.ts';
import { confirmationOf, formOf, listOf } from '../support/pages.ts';
import { expect, test } from '../support/test.ts';

test('link an instance, find it in its VPC, unlink it', async ({ page, sim }) => {
  const { accounts } = await sim.state();
  const uin = accounts[1]?.uin ?? '';
  const list = listOf(page, classicLink);
  await page.goto(`/classic-links?account=${uin}&region=ap-shanghai`);
  await expect(list.rows).toHaveCount(2);
  await test.step('one that is linked is objected to, another is linked', async () => {
    await list.create.click();
    const form = formOf(page, createTitle(classicLink));
    await form.fill({ VPC: 'port-gateway' });
    await form.field('Instances').fill('ins-c1a55ic1');
    await form.submit.click();
    await expect(form.panel).toContainText(/is linked to vpc-\w+ already/);
    await form.field('Instances').fill('ins-c1a55ic3');
    await form.submit.click();
    await expect(form.panel).toHaveCount(0);
    await expect(list.rows).toHaveCount(3);
  });
  await test.step('it has a page, which leads to its VPC', async () => {
    await list.link('ins-c1a55ic3').click();
    await expect(page.getByRole('heading', { level: 1, name: 'ins-c1a55ic3' })).toBeVisible();
    await expect(page.getByRole('main').getByRole('link', { name: /port-gateway/ })).toBeVisible();
    await page.goBack();
  });
  await test.step('unlink it', async () => {
    await list.act('ins-c1a55ic3', messages.unlink);
    const unlinking = confirmationOf(page, messages.unlink);
    await unlinking.confirm.click();
    await expect(unlinking.dialog).toHaveCount(0);
    await expect(list.rows).toHaveCount(2);
  });
  await test.step('the other account has no classic network: it is told so, and offered no form that must fail', async () => {
    await page.goto('/classic-links?region=ap-shanghai');
    await expect(page.getByText(messages.noClassic)).toBeVisible();
    await expect(page.getByRole('button', { name: createTitle(classicLink), exact: true }).first()).toHaveAttribute(
      'aria-disabled',
      'true',
    );
    await page.goto('/classic-links/new?region=ap-shanghai');
    const form = formOf(page, createTitle(classicLink));
    await form.fill({ VPC: 'production-sh' });
    await form.field('Instances').fill('ins-c1a55ic9');
    await form.submit.click();
    await expect(form.field('Instances')).toHaveAccessibleDescription(new RegExp(messages.noClassicBody.slice(0, 30)));
  });
});
