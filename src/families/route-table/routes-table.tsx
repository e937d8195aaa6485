import type { ReactNode } from 'react';
import type { EffectiveRoute } from '../../../network/routes/routes.ts';
import { useT } from '../../i18n/index.ts';
import { useLabelsOf } from '../../kit/words.ts';
import { Checkbox } from '../../ui/choice.tsx';
import { Code } from '../../ui/copy.tsx';
import { DotsMenu, type MenuItem } from '../../ui/menu.tsx';
import { Badge } from '../../ui/status.tsx';
import { Hop, RouteState, RouteWords } from './words.tsx';

interface RoutesTableProps {
  readonly label: string;
  /** In the order they are tried. */
  readonly routes: readonly EffectiveRoute[];
  /** The ids of the chosen routes, and what chooses; without it nothing can be chosen. */
  readonly chosen?: ReadonlySet<string>;
  readonly onChoose?: (id: string) => void;
  /** Whether it can be chosen: what the cloud brought cannot. */
  readonly isChoosable?: (route: EffectiveRoute) => boolean;
  /** What is said of it beside its destination. */
  readonly marks?: (route: EffectiveRoute) => ReactNode;
  readonly actions?: (route: EffectiveRoute) => readonly MenuItem[];
}

/** Empty for Local, and for routes without an id of their own. */
export const routeIdOf = (route: EffectiveRoute): string => String(route.row?.id ?? '');

/** The routes of a table as they act: Local first, then from the longest destination down. */
export function RoutesTable({ label, routes, chosen, onChoose, isChoosable = () => true, marks, actions }: RoutesTableProps) {
  const t = useT();
  const nameOf = useLabelsOf('route-table', 'list');
  return (
    <div className="table-scroll rounded-t-none border-0">
      <table aria-label={label} className="grid-table stack-narrow">
        <thead>
          <tr>
            {onChoose && (
              <th scope="col" className="w-9">
                <span className="sr-only">{t('routeTable.chosen')}</span>
              </th>
            )}
            <th scope="col">{t('routeTable.destination')}</th>
            <th scope="col">{t('routeTable.hop')}</th>
            <th scope="col">{t('routeTable.state')}</th>
            <th scope="col" className="w-full">
              {t('routeTable.note')}
            </th>
            {actions && (
              <th scope="col" data-actions="">
                <span className="sr-only">{t('kit.actions')}</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {routes.map((route) => {
            const id = routeIdOf(route);
            return (
              <tr key={id || route.destination} aria-selected={chosen?.has(id) || undefined}>
                {onChoose && (
                  <td>
                    {id !== '' && isChoosable(route) && (
                      <Checkbox
                        aria-label={t('routeTable.select', { destination: route.destination })}
                        checked={chosen?.has(id) ?? false}
                        onChange={() => onChoose(id)}
                      />
                    )}
                  </td>
                )}
                <td title={nameOf('DestinationCidrBlock')}>
                  <span className="inline-flex items-center gap-2">
                    <Code>{route.destination}</Code>
                    {!route.row && <Badge>{t('routeTable.local')}</Badge>}
                    {marks?.(route)}
                  </span>
                </td>
                <td>
                  <Hop route={route} />
                </td>
                <td>
                  <RouteState route={route} />
                </td>
                <td className="min-w-60 whitespace-normal! py-1">
                  {route.row?.description && <bdi>{route.row.description}</bdi>}
                  <RouteWords route={route} />
                </td>
                {actions && (
                  <td data-actions="">
                    {route.row && <DotsMenu label={t('routeTable.actionsOf', { destination: route.destination })} items={actions(route)} />}
                  </td>
                )}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
