import { defineTable } from '../world/table.ts';

/** Whether an account can still pay; only the control API puts such a row. Without one it can. */
export interface BalanceRow {
  readonly Holder: 'self';
  readonly IsSpent: boolean;
}

export const balanceTable = defineTable<BalanceRow>()({
  name: 'balance',
  scope: 'account',
  id: (row) => row.Holder,
  indexes: {},
});
