/** Actions of other services, of which the documents have one or two each: a page, a form, and what came of it. */
import type { Page } from '@playwright/test';
import cdbText from '../../catalogue/families/cdb-instance/en.json' with { type: 'json' };
import cdnText from '../../catalogue/families/cdn-service/en.json' with { type: 'json' };
import gaapText from '../../catalogue/families/gaap-proxy/en.json' with { type: 'json' };
import cdb from '../../src/families/cdb-instance/en.json' with { type: 'json' };
import cdn from '../../src/families/cdn-service/en.json' with { type: 'json' };
import gaap from '../../src/families/gaap-proxy/en.json' with { type: 'json' };
import { expect, test } from '../support/test.ts';
import { fillText } from '../support/texts.ts';

const formOf = (page: Page, title: string) =>
  page
    .getByRole('main')
    .locator('section')
    .filter({ has: page.getByRole('heading', { level: 2, name: title }) });

test('a database is opened to the internet; others come back, each with its own result', async ({ page, sim }) => {
  const made = async (row: Readonly<Record<string, unknown>>): Promise<string> =>
    ((await sim.resource('ap-guangzhou', 'cdb-instance', row)) as { row: { InstanceId: string } }).row.InstanceId;
  const [open, isolated, running] = [await made({}), await made({ Status: 5 }), await made({})];
  const titles = cdbText.actions;
  await page.goto('/cdb?region=ap-guangzhou');
  const opening = formOf(page, titles['cdb:OpenWanService'].title);
  await opening.getByRole('textbox').fill(open);
  await opening.getByRole('button', { name: titles['cdb:OpenWanService'].title }).click();
  await expect(opening.getByRole('status')).toContainText(fillText(cdb['open.begun'], { id: open }));
  await page.goto('/vpcs?region=ap-guangzhou');
  await page.goto('/cdb?region=ap-guangzhou');
  await expect(page.getByRole('row').filter({ hasText: open })).toContainText(/[0-9a-f]{8}/);
  const resuming = formOf(page, titles['cdb2017:OpenCdbHour'].title);
  await resuming.getByRole('textbox').fill(`${isolated}, ${running}`);
  await resuming.getByRole('button', { name: titles['cdb2017:OpenCdbHour'].title }).click();
  const results = resuming.getByRole('list', { name: cdb['resume.results'] }).getByRole('listitem');
  await expect(results.filter({ hasText: isolated })).toContainText(cdb['resume.done']);
  await expect(results.filter({ hasText: running })).toContainText(cdb['resume.failed']);
  await expect(results.filter({ hasText: running })).toContainText('9548');
});

test('a database that is not there: the cloud’s refusal stands at the field', async ({ page, watched }) => {
  watched.allow(422);
  await page.goto('/cdb?region=ap-guangzhou');
  const { title } = cdbText.actions['cdb:OpenWanService'];
  const form = formOf(page, title);
  await form.getByRole('textbox').fill('cdb-00000000');
  await form.getByRole('button', { name: title }).click();
  await expect(form).toContainText('InvalidParameter.InstanceNotFound');
});

test('of several proxies some are opened, some were not closed, some fail', async ({ page, sim }) => {
  const made = async (row: Readonly<Record<string, unknown>>): Promise<string> =>
    ((await sim.resource('ap-guangzhou', 'gaap-proxy', row)) as { row: { ProxyId: string } }).row.ProxyId;
  const [closed, running, failing] = [
    await made({ Status: 'CLOSED' }),
    await made({}),
    await made({ Status: 'CLOSED', FailsToOpen: true }),
  ];
  await page.goto('/gaap?region=ap-guangzhou');
  const { title } = gaapText.actions['gaap:OpenProxies'];
  const form = formOf(page, title);
  await form.getByLabel(gaapText.fields.ProxyIds.label, { exact: true }).fill([closed, running].join('\n'));
  await form.getByLabel(gaapText.fields.InstanceIds.label).fill(failing);
  await form.getByLabel(gaapText.fields.ClientToken.label).fill('token-of-this-test');
  await form.getByRole('button', { name: title }).click();
  const results = form.getByRole('list', { name: gaap.results }).getByRole('listitem');
  await expect(results.filter({ hasText: closed })).toContainText(gaap.begun);
  await expect(results.filter({ hasText: running })).toContainText(gaap.notClosed);
  await expect(results.filter({ hasText: failing })).toContainText(gaap.failed);
});

test('the CDN service is opened once', async ({ page, watched }) => {
  watched.allow(422);
  await page.goto('/cdn');
  const { title } = cdnText.actions['alicdn:OpenCdnService'];
  const form = formOf(page, title);
  await form.getByRole('button', { name: title }).click();
  await expect(form.getByRole('status')).toContainText(fillText(cdn.done, { account: 'Lanting Retail' }));
  await form.getByRole('button', { name: title }).click();
  await expect(form.getByRole('alert')).toContainText('CdnService.HasOpened');
});
