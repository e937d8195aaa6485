/** Accounts and what holds for them: keys, quotas, how fast their resources change state. All of it is the world's. */
import type { Dialect } from '../../catalogue/binding.ts';
import { defineTable } from '../world/table.ts';

export interface AccountRow {
  readonly uin: string;
  readonly name: string;
  readonly secretId: string;
  readonly secretKey: string;
  /** Temporary keys carry one; a request that names another is refused (AuthFailure.TokenFailure). */
  readonly token?: string;
  /** Who signed, where keys of a role did: "weft/session". */
  readonly as?: { readonly role: string; readonly session: string };
  /** True where the account also has the classic network (1368); CreateDefaultVpc then makes nothing unless forced. */
  readonly classic: boolean;
  /** Which API its console speaks, where that is not the documents'. The cloud itself answers it either. */
  readonly dialect?: Dialect;
}

export const accountTable = defineTable<AccountRow>()({
  name: 'account',
  scope: 'world',
  id: (row) => row.uin,
  indexes: { secretId: (row) => row.secretId },
});

/** Keys that STS gave out for a role of the account, as good as the account's own until they end. */
interface TemporaryKeyRow {
  readonly secretId: string;
  readonly secretKey: string;
  readonly token: string;
  readonly uin: string;
  readonly role: string;
  readonly session: string;
  /** Epoch milliseconds of the world's clock. */
  readonly endsAt: number;
}

export const temporaryKeyTable = defineTable<TemporaryKeyRow>()({
  name: 'temporary-key',
  scope: 'world',
  id: (row) => row.secretId,
  indexes: {},
});

/** How much of something an account may have. The type is a name of `quotas` in accounts/quota.ts. */
interface QuotaRow {
  readonly uin: string;
  /** A region, or "*" for all of them. */
  readonly region: string;
  readonly type: string;
  readonly limit: number;
}

export const quotaTable = defineTable<QuotaRow>()({
  name: 'quota',
  scope: 'world',
  id: (row) => `${row.uin}/${row.region}/${row.type}`,
  indexes: {},
});

/** How a family's changes of state come about: at once, after some seconds of the world's time, or after some reads. */
export type Speed = 'at-once' | { readonly seconds: number } | { readonly reads: number };

interface SpeedRow {
  /** An account, or "*" for all of them. */
  readonly uin: string;
  readonly family: string;
  readonly speed: Speed;
}

export const speedTable = defineTable<SpeedRow>()({
  name: 'speed',
  scope: 'world',
  id: (row) => `${row.uin}/${row.family}`,
  indexes: {},
});

/** The last number given out of a numbered series: old ids, task ids, account numbers. */
interface CounterRow {
  readonly series: string;
  readonly last: number;
}

export const counterTable = defineTable<CounterRow>()({
  name: 'counter',
  scope: 'world',
  id: (row) => row.series,
  indexes: {},
});

/** What the world remembers about itself, such as its clock. */
interface SettingRow {
  readonly name: string;
  readonly value: unknown;
}

export const settingTable = defineTable<SettingRow>()({ name: 'setting', scope: 'world', id: (row) => row.name, indexes: {} });

/** Whether an account can still pay; only the control API puts such a row. Without one it can. */
interface BalanceRow {
  readonly Holder: 'self';
  readonly IsSpent: boolean;
}

export const balanceTable = defineTable<BalanceRow>()({
  name: 'balance',
  scope: 'account',
  id: (row) => row.Holder,
  indexes: {},
});
