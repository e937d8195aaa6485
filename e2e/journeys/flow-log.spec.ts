/** What is let in and turned away in a subnet is written down: from the VPC's page to the end of the log. */
import messages from '../../src/families/flow-log/en.json' with { type: 'json' };
import { flowLog } from '../families/flow-log.ts';
import { vpc } from '../families/vpc.ts';
import { createTitle } from '../support/family.ts';
import { actOnPage, deletionOf, formIn, formOf, listOf } from '../support/pages.ts';
import { expect, test } from '../support/test.ts';
import { fillText, texts } from '../support/texts.ts';

const { kit } = texts.en;

test('a flow log from its making to its end', async ({ page, watched }) => {
  watched.allow(422); // A page asks once more for what was just deleted from it.
  const logs = listOf(page, flowLog);
  await test.step('from the page of the VPC, which the form then knows', async () => {
    const vpcs = listOf(page, vpc);
    await vpcs.goto();
    await vpcs.link('staging').click();
    await page
      .getByRole('navigation', { name: kit.tabs })
      .getByRole('link', { name: /^Flow logs/ })
      .click();
    await expect(page.getByText(fillText(kit.noneYet, { what: texts.en['flow-log'].many }))).toBeVisible();
    await logs.create.click();
    const form = formOf(page, createTitle(flowLog));
    await expect(form.field('VPC')).toHaveValue('staging');
    await form.fill({ Name: 'web', Watches: (field) => field.getByRole('radio', { name: messages.typeSubnet }).check() });
    await form.fill({ Resource: 'web-a', Traffic: 'Rejected' });
    await form.panel.getByRole('group', { name: messages.topics }).getByRole('button').first().click();
    await form.submit.click();
    await expect(form.panel).toHaveCount(0);
    await expect(logs.row('web')).toContainText('web-a');
  });
  await test.step('its description is changed', async () => {
    await logs.link('web').click();
    await page.getByRole('main').getByRole('button', { name: kit.edit, exact: true }).click();
    const form = formIn(page.getByRole('dialog'));
    await form.fill({ Description: 'turned away' });
    await form.save.click();
    await expect(page.getByRole('main').getByText('turned away')).toBeVisible();
    await expect(page.getByRole('main').getByRole('link', { name: 'web-a', exact: true })).toBeVisible();
  });
  await test.step('deleted', async () => {
    await actOnPage(page, kit.delete);
    await deletionOf(page).confirm.click();
    await expect(logs.rows).toHaveCount(flowLog.list.count);
  });
});
