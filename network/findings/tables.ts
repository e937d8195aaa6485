/** Route tables with what follows them, for kinds about routes. */
import { allOf, interfacesOfSubnet, type ModelIndex, memoize, subnetsOf, tableOf } from '../model/look-up.ts';
import type { ModelRouteTable, ModelSubnet } from '../model/model.ts';
import type { Reason } from '../model/reasons.ts';
import { type EffectiveRoute, routesOfTable } from '../routes/routes.ts';

export interface TableInUse {
  readonly table: ModelRouteTable;
  /** The custom ones. */
  readonly routes: readonly EffectiveRoute[];
  /** Subnets that follow it. */
  readonly subnets: readonly ModelSubnet[];
  /** Of them, those in which something is attached. */
  readonly live: readonly string[];
  /** Why there may be further subnets, or other interfaces. */
  readonly more: Reason | null;
}

/** Every table of the model. */
export const tablesInUse = (index: ModelIndex): readonly TableInUse[] =>
  memoize(index, 'tables in use', () =>
    allOf(index, 'routeTables').rows.map((table): TableInUse => {
      const { rows, more } = subnetsOf(index, table.vpc);
      const followed = rows.map(({ of }) => ({ of, table: tableOf(index, of) }));
      const subnets = followed.flatMap(({ of, table: own }) => (own.row?.id === table.id ? [of] : []));
      const inside = subnets.map((subnet) => ({ subnet, interfaces: interfacesOfSubnet(index, subnet) }));
      return {
        table,
        routes: routesOfTable(index, table.id).filter(({ origin }) => origin === 'custom'),
        subnets,
        live: inside.flatMap(({ subnet, interfaces }) => (interfaces.rows.some(({ instance }) => instance !== null) ? [subnet.id] : [])),
        more:
          more ??
          followed.find(({ table: own }) => own.missing)?.table.missing ??
          inside.find(({ interfaces }) => interfaces.more)?.interfaces.more ??
          null,
      };
    }),
  );
