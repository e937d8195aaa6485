import { use } from 'react';
import { routeDraftsIn } from '../../../network/routes/route-drafts.ts';
import { destinationOf, routeKey } from '../../../network/routes/route-names.ts';
import { useT } from '../../i18n/index.ts';
import { Ticks } from '../../kit/form/group.tsx';
import type { FieldControlProps } from '../../kit/form/types.ts';
import { Code } from '../../ui/copy.tsx';
import { lockOf, namesOf } from './named-routes.ts';
import { RouteFormContext } from './route-fields.tsx';
import { Hop } from './words.tsx';

/** Ticks the routes that shall go. */
export function ChosenRoutes({ ids, value, onChange, onBlur }: FieldControlProps) {
  const t = useT();
  // What has no id cannot be named, and what the cloud brought cannot be deleted.
  const routes = (use(RouteFormContext)?.table.RouteSet ?? []).filter((route) => lockOf(route) === null);
  return (
    <Ticks
      ids={ids}
      label={t('routeTable.form.chooseDelete')}
      chosen={routeDraftsIn(value).map(routeKey)}
      onChange={(chosen) => onChange(routes.filter((route) => chosen.includes(routeKey(route))).map(namesOf))}
      onBlur={onBlur}
      options={routes.map((route) => ({
        value: routeKey(route),
        label: (
          <span className="inline-flex min-w-0 flex-wrap items-center gap-x-3">
            <Code>{destinationOf(route)}</Code>
            <Hop route={{ type: route.GatewayType, gateway: route.GatewayId }} />
          </span>
        ),
      }))}
    />
  );
}
