/** One address for two machines: from the page of its VPC, reached by an elastic IP, to its end. */
import text from '../../catalogue/families/dhcp-ip/en.json' with { type: 'json' };
import { dhcpIp } from '../families/dhcp-ip.ts';
import { vpc } from '../families/vpc.ts';
import { createTitle } from '../support/family.ts';
import { actOnPage, confirmationOf, deletionOf, formOf, listOf } from '../support/pages.ts';
import { texts } from '../support/texts.ts';
import { expect, test } from '../support/todays.ts';

const { kit } = texts.en;
const bind = text.actions['vpc:AssociateDhcpIpWithAddressIp'];
const unbind = text.actions['vpc:DisassociateDhcpIpWithAddressIp'];

test('a DHCP IP from its making to its end', async ({ page, watched }) => {
  watched.allow(422); // A page asks once more for what was just deleted from it.
  const main = page.getByRole('main');
  const list = listOf(page, dhcpIp);
  await test.step('from the page of the VPC, which the form then knows', async () => {
    const vpcs = listOf(page, vpc);
    await vpcs.goto();
    await vpcs.link('dmz').click();
    await page
      .getByRole('navigation', { name: kit.tabs })
      .getByRole('link', { name: /^DHCP IPs/ })
      .click();
    await list.create.click();
    const form = formOf(page, createTitle(dhcpIp));
    await expect(form.field('VPC')).toHaveValue('dmz');
    await form.fill({ Name: 'shared', Subnet: 'edge-a' });
    await form.submit.click();
    await list.link('shared').click();
  });
  await test.step('bound: the elastic IP stands on its page, and it cannot be deleted', async () => {
    await actOnPage(page, bind.title);
    const form = formOf(page, bind.title, 'shared');
    const combobox = form.field('Elastic IP');
    await combobox.click();
    await page.getByRole('option').first().click();
    await form.submit.click();
    await expect(form.panel).toHaveCount(0);
    await expect(main.getByText(/^198\.1[89]\./).first()).toBeVisible();
  });
  await test.step('unbound, and deleted', async () => {
    await actOnPage(page, unbind.title);
    await confirmationOf(page, unbind.title).confirm.click();
    await expect(main.getByText(/^198\.1[89]\./)).toHaveCount(0);
    await actOnPage(page, kit.delete);
    await deletionOf(page).confirm.click();
    await expect(list.link('shared')).toHaveCount(0);
  });
});
