import { aboutRow } from '../drafts.ts';
import { type FindingKind, plainly } from '../kind.ts';
import { tablesInUse } from '../tables.ts';

/** A table that no subnet follows, and that is not the one for those that name none. */
export const tableUnused: FindingKind = {
  id: 'table-unused',
  group: 'routes',
  severity: 'info',
  needs: ['routeTables', 'subnets'],
  judge: plainly(({ index }) => {
    const tables = tablesInUse(index);
    const unused = tables.filter(({ table, subnets }) => !table.main && subnets.length === 0);
    return {
      findings: unused
        .filter(({ more }) => more === null)
        .map(({ table: { id } }) => aboutRow({ of: 'routeTables', id }, 'info', { idle: true })),
      doubts: unused.flatMap(({ table: { id }, more }) => (more ? [{ thing: { of: 'routeTables' as const, id }, reason: more }] : [])),
      looked: tables.length,
    };
  }),
};
