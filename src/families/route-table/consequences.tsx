/** What a change of a table's routes does, before it is sent: routes that are dead, and whose way changes. */
import type { RouteTable } from '../../../catalogue/families/route-table/index.ts';
import type { ModelRoute } from '../../../network/model/model.ts';
import { useT } from '../../i18n/index.ts';
import { Notice } from '../../ui/status.tsx';
import { Changes } from './changes.tsx';
import type { ModelState } from './use-model.ts';
import { routesOf, withRoutes } from './use-routes.ts';
import { RouteWords } from './words.tsx';

interface ConsequencesProps extends ModelState {
  readonly table: RouteTable;
  /** The table's routes after the change. */
  readonly routes: (before: readonly ModelRoute[]) => readonly ModelRoute[];
  /** Destinations of routes that are new. */
  readonly fresh: readonly string[];
}

export function Consequences({ table, model, complete, routes, fresh }: ConsequencesProps) {
  const t = useT();
  const present = model.routeTables.find(({ id }) => id === table.RouteTableId);
  const before = routesOf(model, table.RouteTableId);
  const after = present && routesOf(withRoutes(model, table.RouteTableId, routes(present.routes)), table.RouteTableId);
  if (!before || !after) return null;
  const lost = complete ? after.filter(({ row, status }) => row && status === 'dead' && fresh.includes(row.destination)) : [];
  const remarked = complete ? after.filter(({ row, remarks }) => row && remarks.length > 0 && fresh.includes(row.destination)) : [];
  const subnets = table.AssociationSet.length;
  const whom = subnets === 0 ? t('routeTable.changes.noSubnets') : t('routeTable.changes.subnets', { n: subnets });
  return (
    <div className="flex flex-col gap-3">
      {lost.map((route) => (
        <Notice key={route.destination} meaning="danger" title={t('routeTable.form.deadTitle')}>
          <RouteWords route={route} />
        </Notice>
      ))}
      {remarked.map((route) => (
        <Notice key={route.destination} meaning="warning" title={t('routeTable.form.remarkTitle')}>
          <RouteWords route={route} />
        </Notice>
      ))}
      <Changes before={before} after={after} whom={whom} />
    </div>
  );
}
