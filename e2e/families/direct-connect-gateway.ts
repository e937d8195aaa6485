import type { FamilyUnderTest } from '../support/family.ts';

export const directConnectGateway = {
  family: 'direct-connect-gateway',
  list: { count: 2, search: { text: 'nansha', finds: ['idc_nansha'] } },
  detail: {
    name: 'bank_line_银行专线',
    shows: ['payment 支付隔离区', 'NAT'],
    tabs: ['local-ips', 'local-sources', 'local-destinations', 'peer-ips', 'references'],
  },
  create: {
    name: 'e2e_new',
    fields: { VPC: 'staging', Name: 'e2e_new', Type: 'NAT' },
    refused: [
      { why: 'no VPC', set: { VPC: '' }, field: 'VPC', says: /needed/ },
      { why: '26 characters of name', set: { Name: 'n'.repeat(26) }, field: 'Name', says: /25/ },
    ],
    serverError: { code: 'DirectConnectGatewayLimitExceeded' },
  },
  edit: { value: 'e2e_renamed' },
} as const satisfies FamilyUnderTest;
