import { expect } from '../support/expect.ts';
import type { FamilyUnderTest } from '../support/family.ts';
import { messagesOf } from '../support/texts.ts';

export const vpnConnection = {
  family: 'vpn-connection',
  list: {
    count: 3,
    search: { text: '192.168.48', finds: ['depot', 'edge-depot'] },
    facet: { label: 'Tunnel', id: 'NetStatus', option: 'Up, no routes', value: 'AVAILABLE.nothing', count: 2 },
    hidden: { label: 'Created', id: 'CreatedTime' },
  },
  detail: {
    name: 'depot',
    shows: ['192.168.48.0/24', '192.168.49.0/24', 'Dongguan depot', 'prod-vpn', 'AES-CBC-256'],
    tabs: ['configuration', 'references'],
  },
  create: {
    name: 'e2e-new',
    fields: {
      Name: 'e2e-new',
      'VPN gateway': 'staging-test',
      'Customer gateway': '佛山工厂',
      'Pre-shared key': 'not-a-real-key-1',
      'Local block 1': '10.8.0.0/17',
      'Remote blocks 1': '192.168.40.0/22',
    },
    refused: [
      { why: 'no key', set: { 'Pre-shared key': '' }, field: 'Pre-shared key', says: /needed/ },
      {
        why: 'a remote block that overlaps the VPC',
        set: { 'Remote blocks 1': '10.8.4.0/24' },
        field: 'Remote blocks 1',
        says: /10\.8\.0\.0\/16/,
      },
      { why: 'a near block outside the VPC', set: { 'Local block 1': '10.9.0.0/24' }, field: 'Local block 1', says: /10\.8\.0\.0\/16/ },
      { why: 'no gateway', set: { 'VPN gateway': '' }, field: 'VPN gateway', says: /needed/ },
    ],
    serverError: { code: 'LimitExceeded' },
  },
  edit: { value: 'e2e-renamed' },
  remove: { free: 'plant 工厂' },
  looks: [
    {
      what: 'device configuration',
      part: 'html',
      open: async (page, language) => {
        const t = messagesOf('vpnConnection', language);
        await page.getByRole('main').getByRole('link', { name: 'edge-depot', exact: true }).click();
        await page.getByRole('link', { name: t.configuration, exact: true }).click();
        await page.getByLabel(t.interface, { exact: true }).fill('ge0');
        await page.getByRole('button', { name: t.write, exact: true }).click();
        await expect(page.getByRole('region', { name: t.configuration, exact: true })).toContainText('crypto');
      },
    },
  ],
} as const satisfies FamilyUnderTest;
