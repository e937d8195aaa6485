import { expect } from '../support/expect.ts';
import type { FamilyUnderTest } from '../support/family.ts';
import { texts } from '../support/texts.ts';

export const vpnGateway = {
  family: 'vpn-gateway',
  list: {
    count: 3,
    search: { text: 'dmz', finds: ['边界 VPN'] },
    facet: { label: 'Billing', id: 'InstanceChargeType', option: 'Prepaid', value: 'PREPAID', count: 1 },
    hidden: { label: 'Created', id: 'CreatedTime' },
  },
  detail: { name: 'prod-vpn', shows: ['production', 'Prepaid', /Renews in/], tabs: ['vpn-connections', 'references'] },
  create: {
    name: 'e2e-new',
    fields: { VPC: 'staging', Name: 'e2e-new', 'Bandwidth (Mbps)': '10' },
    refused: [
      { why: 'no VPC', set: { VPC: '' }, field: 'VPC', says: /needed/ },
      { why: '61 bytes of name', set: { Name: 'n'.repeat(61) }, field: 'Name', says: /60/ },
    ],
    serverError: { code: 'InvalidVpcId.NotFound', field: 'VPC' },
  },
  edit: { value: 'e2e-renamed' },
  remove: { blocked: { name: '边界 VPN', because: /one resource refers/, by: ['edge-depot'] }, free: 'staging-test' },
  looks: [
    {
      what: 'form of a renewal',
      open: async (page, language) => {
        const title = texts[language]['vpn-gateway'].actions['vpc:RenewVpnGateway']?.title ?? '';
        await page.getByRole('main').getByRole('link', { name: 'prod-vpn', exact: true }).click();
        await page.getByRole('main').getByRole('button', { name: title, exact: true }).click();
        await expect(page.getByRole('dialog').getByText(/3,260/)).toBeVisible();
      },
    },
  ],
} as const satisfies FamilyUnderTest;
