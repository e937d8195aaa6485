import { Pencil, Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { RouteTable } from '../../../catalogue/families/route-table/index.ts';
import type { OperationOf } from '../../../catalogue/row-of.ts';
import type { EffectiveRoute } from '../../../network/routes/routes.ts';
import { useT } from '../../i18n/index.ts';
import { useOpenForm } from '../../kit/form-origin.ts';
import { useFamily } from '../../kit/words.ts';
import { useScope } from '../../lib/scope.ts';
import { paths } from '../../paths.ts';
import { Button } from '../../ui/button.tsx';
import type { MenuItem } from '../../ui/menu.tsx';
import { Card } from '../../ui/parts.tsx';
import { Skeleton } from '../../ui/spinner.tsx';
import { NextHopQuery } from './next-hop.tsx';
import { RoutesTable, routeIdOf } from './routes-table.tsx';
import { useModel } from './use-model.ts';
import { useRoutes } from './use-routes.ts';
import { Elsewhere } from './words.tsx';

/** The routes of a table as they act, what can be done with them, and where an address goes. */
export function RoutesTab({ table }: { readonly table: RouteTable }) {
  const t = useT();
  const { text } = useFamily('route-table');
  const open = useTableForm(table.RouteTableId);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const { model, complete, places } = useModel(table.VpcId, [...new Set(table.RouteSet.map(({ GatewayType }) => GatewayType))]);
  const routes = useRoutes(model, table.RouteTableId);
  const known = new Set(routes?.map(routeIdOf));
  const picked = [...chosen].filter((id) => known.has(id));
  const toggle = (id: string): void => setChosen(new Set(picked.includes(id) ? picked.filter((other) => other !== id) : [...picked, id]));
  // Routes of IPv6 all have the id 0: what is sent with it may mean another one.
  const disabledReason = (route: EffectiveRoute): string | undefined => (routeIdOf(route) === '' ? t('routeTable.noId') : undefined);
  const actions = (route: EffectiveRoute): MenuItem[] => [
    {
      key: 'edit',
      label: t('routeTable.edit'),
      icon: <Pencil aria-hidden="true" className="size-4" />,
      disabledReason: disabledReason(route),
      onSelect: () => open('replaceRoutes', { RouteId: routeIdOf(route) }),
    },
    {
      key: 'delete',
      label: t('routeTable.delete'),
      icon: <Trash2 aria-hidden="true" className="size-4" />,
      danger: true,
      separated: true,
      disabledReason: disabledReason(route),
      onSelect: () => open('deleteRoutes', { RouteId: routeIdOf(route) }),
    },
  ];
  return (
    <Elsewhere value={places}>
      <Card
        flush
        title={t('routeTable.effective')}
        actions={
          <>
            {!complete && <span className="text-muted">{t('routeTable.checking')}</span>}
            {picked.length > 0 && (
              <Button
                size="sm"
                variant="danger"
                icon={<Trash2 aria-hidden="true" className="size-4" />}
                onClick={() => open('deleteRoutes', { RouteId: picked.join(',') })}
              >
                {t('routeTable.deleteChosen', { n: picked.length })}
              </Button>
            )}
            <Button size="sm" icon={<Plus aria-hidden="true" className="size-4" />} onClick={() => open('createRoutes')}>
              {text.actions['vpc:CreateRoutes']?.title}
            </Button>
          </>
        }
      >
        {routes ? (
          <RoutesTable label={t('routeTable.effective')} routes={routes} chosen={new Set(picked)} onChoose={toggle} actions={actions} />
        ) : (
          <div className="p-4">
            <Skeleton className="w-full" />
          </div>
        )}
      </Card>
      {routes && <NextHopQuery model={model} table={table.RouteTableId} />}
    </Elsewhere>
  );
}

/** To a form of the table, over this page. */
export function useTableForm(id: string): (operation: OperationOf<'route-table'>, prefill?: Readonly<Record<string, string>>) => void {
  const scope = useScope();
  const open = useOpenForm();
  return (operation, prefill) => open(paths.verb('route-table', id, operation, scope, prefill));
}
