import { useT } from '../../i18n/index.ts';
import type { FieldProps } from '../../kit/form/types.ts';
import { Checkbox } from '../../ui/choice.tsx';
import { Code } from '../../ui/copy.tsx';
import { enteredRoutes } from './entered.ts';
import { RouteFormContext } from './route-fields.tsx';
import { Hop } from './words.tsx';

/** Ticks the routes that shall go. */
export function ChosenRoutes({ ids, value, onChange, onLeave }: FieldProps) {
  const t = useT();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot carry the description and sit in a flow like this
    <div id={ids.id} role="group" aria-label={t('routeTable.form.chooseDelete')} aria-describedby={ids['aria-describedby']}>
      <RouteFormContext.Consumer>
        {(form) =>
          form?.table.RouteSet.map((route) => {
            const chosen = enteredRoutes(value).map(({ RouteId }) => String(RouteId));
            const id = String(route.RouteId);
            return (
              <Checkbox
                key={id}
                className="flex min-h-8"
                checked={chosen.includes(id)}
                onChange={(on) => {
                  onChange((on ? [...chosen, id] : chosen.filter((other) => other !== id)).map((RouteId) => ({ RouteId })));
                  onLeave();
                }}
                label={
                  <span className="inline-flex min-w-0 flex-wrap items-center gap-x-3">
                    <Code>{route.DestinationCidrBlock}</Code>
                    <Hop route={{ type: route.GatewayType, gateway: route.GatewayId }} />
                  </span>
                }
              />
            );
          })
        }
      </RouteFormContext.Consumer>
    </div>
  );
}
