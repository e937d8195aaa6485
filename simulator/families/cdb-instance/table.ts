import { defineTable } from '../../world/table.ts';

/** A MySQL database. Where it stands, its row of the table `instance` says: the same id, of the kind CDB. */
export interface DatabaseRow {
  readonly InstanceId: string;
  readonly InstanceName: string;
  /** The two groups that the 2017 API tells apart are `ro` and the rest (002:12). */
  readonly Role: 'master' | 'disaster' | 'ro';
  readonly PayMode: 'hourly' | 'monthly';
  /** 1 running, 5 isolated (002:35). */
  readonly Status: 1 | 5;
  readonly IsInitialised: boolean;
  /** What is being done to it; meanwhile nothing else can be. */
  readonly Doing: 'nothing' | 'opening' | 'resuming';
  readonly WanIsOpen: boolean;
  /** Where the Internet reaches it; empty until it was opened once. */
  readonly WanDomain: string;
  readonly WanPort: number;
  readonly CreatedTime: string;
}

export const databaseTable = defineTable<DatabaseRow>()({
  name: 'cdb-instance',
  scope: 'region',
  id: (row) => row.InstanceId,
  indexes: {},
});
