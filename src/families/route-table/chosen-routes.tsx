import { use } from 'react';
import { useT } from '../../i18n/index.ts';
import { Ticks } from '../../kit/form/group.tsx';
import type { FieldControlProps } from '../../kit/form/types.ts';
import { Code } from '../../ui/copy.tsx';
import { enteredRoutes } from './entered.ts';
import { RouteFormContext } from './route-fields.tsx';
import { Hop } from './words.tsx';

/** Ticks the routes that shall go. */
export function ChosenRoutes({ ids, value, onChange, onBlur }: FieldControlProps) {
  const t = useT();
  // A route without an id of its own cannot be named.
  const routes = (use(RouteFormContext)?.table.RouteSet ?? []).filter(({ RouteId }) => Boolean(RouteId));
  return (
    <Ticks
      ids={ids}
      label={t('routeTable.form.chooseDelete')}
      chosen={enteredRoutes(value).map(({ RouteId }) => String(RouteId))}
      onChange={(chosen) => onChange(chosen.map((RouteId) => ({ RouteId })))}
      onBlur={onBlur}
      options={routes.map((route) => ({
        value: String(route.RouteId),
        label: (
          <span className="inline-flex min-w-0 flex-wrap items-center gap-x-3">
            <Code>{route.DestinationCidrBlock}</Code>
            <Hop route={{ type: route.GatewayType, gateway: route.GatewayId }} />
          </span>
        ),
      }))}
    />
  );
}
