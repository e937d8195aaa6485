import { defineTable } from '../../world/table.ts';

/** An account's CDN service, once it is open. */
interface CdnServiceRow {
  readonly Service: 'cdn';
  readonly InternetChargeType: string;
}

export const cdnServiceTable = defineTable<CdnServiceRow>()({
  name: 'cdn-service',
  scope: 'account',
  id: (row) => row.Service,
  indexes: {},
});

/** What may keep an account from opening it; only the control API puts such a row. What is absent keeps nobody. */
export interface CdnCustomerRow {
  readonly Customer: 'self';
  readonly International?: boolean;
  readonly Bidder?: boolean;
  readonly WithoutRealName?: boolean;
  readonly WithoutProfile?: boolean;
  readonly WithoutPayMethod?: boolean;
  readonly WithoutBalance?: boolean;
}

export const cdnCustomerTable = defineTable<CdnCustomerRow>()({
  name: 'cdn-customer',
  scope: 'account',
  id: (row) => row.Customer,
  indexes: {},
});
