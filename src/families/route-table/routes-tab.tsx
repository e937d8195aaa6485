import { CirclePause, CirclePlay, Pencil, Plus, Trash2 } from 'lucide-react';
import { type ReactNode, Suspense, useState } from 'react';
import type { RouteTable } from '../../../catalogue/families/route-table/index.ts';
import type { PrefillOf, VerbOf } from '../../../catalogue/row-of.ts';
import { routeKey, type TodaysRoute } from '../../../network/routes/route-names.ts';
import type { EffectiveRoute } from '../../../network/routes/routes.ts';
import { useT } from '../../i18n/index.ts';
import { useOpenForm } from '../../kit/form-origin.ts';
import { useFamily } from '../../kit/words.ts';
import { operation } from '../../lib/family.ts';
import { part } from '../../lib/part.tsx';
import { useScope } from '../../lib/scope.ts';
import { paths } from '../../paths.ts';
import { Button } from '../../ui/button.tsx';
import { Code } from '../../ui/copy.tsx';
import type { MenuItem } from '../../ui/menu.tsx';
import { Card } from '../../ui/parts.tsx';
import { Skeleton } from '../../ui/spinner.tsx';
import { Badge } from '../../ui/status.tsx';
import { lockOf, type RouteLock, rewriteLockOf } from './named-routes.ts';
import { NextHopQuery } from './next-hop.tsx';
import { RoutesTable, routeIdOf } from './routes-table.tsx';
import { useModel } from './use-model.ts';
import { useRoutes } from './use-routes.ts';
import { OtherScopes } from './words.tsx';

const TablePicture = part(async () => (await import('./picture.tsx')).TablePicture);

/** The routes of a table as they act, what can be done with them, and where an address goes. */
export function RoutesTab({ table }: { readonly table: RouteTable }) {
  const t = useT();
  const { module, text } = useFamily('route-table');
  const open = useTableForm(table.RouteTableId);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  // The picture counts interfaces and their public addresses, which are read for routes to instances.
  const { model, complete, scopes } = useModel(table.VpcId, [...new Set([...table.RouteSet.map(({ GatewayType }) => GatewayType), 'CVM'])]);
  const routes = useRoutes(model, table.RouteTableId);
  const known = new Set(routes?.map(routeIdOf));
  const picked = [...chosen].filter((id) => known.has(id));
  const toggle = (id: string): void => setChosen(new Set(picked.includes(id) ? picked.filter((other) => other !== id) : [...picked, id]));
  const rows: readonly TodaysRoute[] = table.RouteSet;
  const rowOf = (id: string): TodaysRoute | undefined => rows.find((row) => routeKey(row) === id);
  const rewriting = operation(module, 'replaceRoutes')?.data.params.Routes;
  const reasonOf = (lock: RouteLock | null): string | undefined => (lock ? t(`routeTable.lock.${lock}`) : undefined);
  // What the model has and the row lacks an id for is named by nothing.
  const lockedOf = (route: EffectiveRoute): RouteLock | null => {
    const row = rowOf(routeIdOf(route));
    return row ? lockOf(row) : 'no-id';
  };
  const rewriteOf = (route: EffectiveRoute): RouteLock | null => {
    const row = rowOf(routeIdOf(route));
    return row ? rewriteLockOf(row, rewriting) : 'no-id';
  };
  const switches = operation(module, 'disableRoutes') !== null;
  const switchItem = (route: EffectiveRoute): MenuItem => {
    const on = route.row?.enabled !== false;
    return {
      key: 'switch',
      label: on ? t('routeTable.switchOff') : t('routeTable.switchOn'),
      icon: on ? CirclePause : CirclePlay,
      disabledReason: reasonOf(lockedOf(route)),
      onSelect: () => open(on ? 'disableRoutes' : 'enableRoutes', { RouteId: routeIdOf(route) }),
    };
  };
  const pickedThat = (on: boolean): string[] => picked.filter((id) => (rowOf(id)?.Enabled !== false) === on);
  const actions = (route: EffectiveRoute): MenuItem[] => [
    {
      key: 'edit',
      label: t('routeTable.edit'),
      icon: Pencil,
      disabledReason: reasonOf(rewriteOf(route)),
      onSelect: () => open('replaceRoutes', { RouteId: routeIdOf(route) }),
    },
    ...(switches ? [switchItem(route)] : []),
    {
      key: 'delete',
      label: t('routeTable.delete'),
      icon: Trash2,
      danger: true,
      separated: true,
      disabledReason: reasonOf(lockedOf(route)),
      onSelect: () => open('deleteRoutes', { RouteId: routeIdOf(route) }),
    },
  ];
  return (
    <OtherScopes value={scopes}>
      <Suspense fallback={<PicturePlace />}>
        {complete ? <TablePicture table={table.RouteTableId} vpc={table.VpcId} model={model} scopes={scopes} /> : <PicturePlace />}
      </Suspense>
      <Card
        flush
        title={t('routeTable.effective')}
        actions={
          <>
            {!complete && <span className="text-muted">{t('routeTable.checking')}</span>}
            {switches && (
              <SwitchButton
                ids={pickedThat(true)}
                icon={<CirclePause aria-hidden="true" className="size-4" />}
                word="switchOffChosen"
                onClick={(RouteId) => open('disableRoutes', { RouteId })}
              />
            )}
            {switches && (
              <SwitchButton
                ids={pickedThat(false)}
                icon={<CirclePlay aria-hidden="true" className="size-4" />}
                word="switchOnChosen"
                onClick={(RouteId) => open('enableRoutes', { RouteId })}
              />
            )}
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
          <RoutesTable
            label={t('routeTable.effective')}
            routes={routes}
            chosen={new Set(picked)}
            onChoose={toggle}
            isChoosable={(route) => lockedOf(route) === null}
            marks={(route) => <RouteMarks row={rowOf(routeIdOf(route))} />}
            actions={actions}
          />
        ) : (
          <div className="p-4">
            <Skeleton className="w-full" />
          </div>
        )}
      </Card>
      {routes && <NextHopQuery model={model} table={table.RouteTableId} />}
    </OtherScopes>
  );
}

/** The room of the picture while it is on its way. */
const PicturePlace = () => <div aria-hidden="true" className="shimmer h-64 rounded-md bg-hover" />;

/** What today tells of a route besides: of what cluster it is, and whether the CCN has it. */
function RouteMarks({ row }: { readonly row: TodaysRoute | undefined }) {
  const t = useT();
  const { PublishedToVbc, CdcId } = row ?? {};
  return (
    <>
      {PublishedToVbc === true && <Badge>{t('routeTable.published')}</Badge>}
      {CdcId && <Code>{CdcId}</Code>}
    </>
  );
}

interface SwitchButtonProps {
  readonly ids: readonly string[];
  readonly icon: ReactNode;
  readonly word: 'switchOffChosen' | 'switchOnChosen';
  readonly onClick: (ids: string) => void;
}

/** Switches those of the chosen routes that are not so yet; nothing where there is none. */
function SwitchButton({ ids, icon, word, onClick }: SwitchButtonProps) {
  const t = useT();
  if (ids.length === 0) return null;
  return (
    <Button size="sm" icon={icon} onClick={() => onClick(ids.join(','))}>
      {t(`routeTable.${word}`, { n: ids.length })}
    </Button>
  );
}

type TableOperation = VerbOf<'route-table'>;
type Prefill = { readonly [K in PrefillOf<'route-table', TableOperation>]?: string };

/** To a form of the table, over this page. */
export function useTableForm(id: string): (operation: TableOperation, prefill?: Prefill) => void {
  const scope = useScope();
  const open = useOpenForm();
  return (operation, prefill) => open(paths.verb('route-table', id, operation, scope, prefill));
}
