/** The forms that add, change and delete routes of a table, each with what changes its way before it is sent. */
import { type ReactNode, useState } from 'react';
import { useSearchParams } from 'react-router';
import type { RouteTable } from '../../../catalogue/families/route-table/index.ts';
import type { ModelRoute } from '../../../network/model/model.ts';
import {
  listedHopTypes,
  modelRoutesOf,
  type RouteDraft,
  type RouteFault,
  routeDraftsIn,
  routeFault,
} from '../../../network/routes/route-drafts.ts';
import { destinationOf, routeKey, type TodaysRoute } from '../../../network/routes/route-names.ts';
import { useT } from '../../i18n/index.ts';
import { Advice } from '../../kit/advice.tsx';
import { OnePanel } from '../../kit/form/one-panel.tsx';
import { paramValues } from '../../kit/form/param-values.ts';
import type { FieldError, ValuesOf } from '../../kit/form/types.ts';
import { VerbForm } from '../../kit/form/verb-form.tsx';
import { useFamily } from '../../kit/words.ts';
import { requireOperation } from '../../lib/family.ts';
import type { FormValues } from '../../lib/form.ts';
import { ChosenRoutes } from './chosen-routes.tsx';
import { ClaimsNotice } from './claims-notice.tsx';
import { Consequences } from './consequences.tsx';
import { namesIn, namesOf, takenBy, writtenOf } from './named-routes.ts';
import { OnlyRoute, RouteFormContext, RouteRows } from './route-fields.tsx';
import { type ModelState, useModel } from './use-model.ts';
import { OtherScopes, useTypeWord } from './words.tsx';

interface FormProps {
  readonly id: string;
}

const typesOf = (table: RouteTable): string[] => [...new Set(table.RouteSet.map(({ GatewayType }) => GatewayType))];

/** The table once it is known, and a model of what stands behind its types and those that are to be chosen. */
function WithModel({
  id,
  types,
  children,
}: FormProps & { readonly types: readonly string[]; readonly children: (state: WithModelState) => ReactNode }) {
  return (
    <OnePanel family="route-table" id={id}>
      {(table) => (
        <Modelled table={table} first={types}>
          {children}
        </Modelled>
      )}
    </OnePanel>
  );
}

interface WithModelState extends ModelState {
  readonly table: RouteTable;
}

function Modelled({
  table,
  first,
  children,
}: {
  readonly table: RouteTable;
  readonly first: readonly string[];
  readonly children: (state: WithModelState) => ReactNode;
}) {
  const [types, setTypes] = useState(first);
  const state = useModel(table.VpcId, [...typesOf(table), ...types]);
  const onType = (next: string): void => setTypes((known) => (known.includes(next) ? known : [...known, next]));
  return (
    <OtherScopes value={state.scopes}>
      <RouteFormContext value={{ ...state, table, onType }}>{children({ ...state, table })}</RouteFormContext>
    </OtherScopes>
  );
}

/** What the family finds wrong with entered routes, at their fields. */
function useCheck({ table, model }: WithModelState): (values: ValuesOf<'Routes'>) => FieldError<'Routes'>[] {
  const t = useT();
  const word = useTypeWord();
  const say = (fault: RouteFault): string => {
    if (fault.code === 'noSuchHop') return t('routeTable.form.noSuchHop', { type: word(fault.type), id: fault.id });
    if (fault.code === 'notInPeer') return t('routeTable.form.notInPeer', { vpc: fault.vpc, cidr: fault.cidr });
    if (fault.code === 'inside') return t('routeTable.form.inside', { cidr: fault.cidr });
    return fault.code === 'twice' ? t('routeTable.form.twice') : t('routeTable.form.duplicate', { destination: fault.destination });
  };
  return (values) => {
    const routes = routeDraftsIn(values.Routes);
    return routes.flatMap((route, index) => {
      if (destinationOf(route) === '')
        return [{ path: `Routes.${index}.DestinationCidrBlock`, message: t('routeTable.form.noDestination') }];
      const fault = routeFault(route, routes.slice(0, index), table, model);
      return fault ? [{ path: `Routes.${index}.${fault.field}`, message: say(fault) }] : [];
    });
  };
}

/** What the table's routes would be after the entered ones are put in; those with the id of a present one replace it. */
function afterPutting(before: readonly ModelRoute[], entered: readonly RouteDraft[]): ModelRoute[] {
  const routes = modelRoutesOf(entered);
  const replaced = new Set(entered.map(routeKey));
  return [...before.filter(({ id }) => !replaced.has(String(id))), ...routes];
}

const consequencesOf =
  (state: WithModelState) =>
  ({ values }: { readonly values: ValuesOf<'Routes'> }): ReactNode => <Putting {...state} entered={routeDraftsIn(values.Routes)} />;

function Putting({ entered, ...state }: WithModelState & { readonly entered: readonly RouteDraft[] }) {
  const t = useT();
  const routes = modelRoutesOf(entered);
  if (routes.length === 0) return <p className="text-muted">{t('routeTable.changes.wait')}</p>;
  return (
    <>
      <Advice>
        <ClaimsNotice vpc={state.table.VpcId} routes={routes} />
      </Advice>
      <Consequences {...state} routes={(before) => afterPutting(before, entered)} fresh={routes.map(({ destination }) => destination)} />
    </>
  );
}

/** Some routes of a table as they stand, each by its id; null where it has gone. Whoever changes or deletes one means this. */
const routesAs = ({ RouteSet }: RouteTable, ids: readonly string[]): FormValues =>
  Object.fromEntries(
    ids.map((id) => {
      const route: TodaysRoute | undefined = RouteSet.find((one) => routeKey(one) === id);
      return [id, route ? Object.fromEntries(meant.map((name) => [name, route[name]])) : null];
    }),
  );

const names = ['DestinationCidrBlock', 'GatewayType', 'GatewayId', 'RouteDescription'] as const;

const meant = [...names, 'DestinationIpv6CidrBlock', 'Enabled'] as const;

/** New routes; the URL may give the first one's parts by the API's names. */
export function CreateRoutes({ id }: FormProps) {
  const [search] = useSearchParams();
  return (
    <WithModel id={id} types={[...listedHopTypes, search.get('GatewayType') ?? '']}>
      {(state) => <Creating {...state} id={id} first={Object.fromEntries(names.map((name) => [name, search.get(name) ?? '']))} />}
    </WithModel>
  );
}

function Creating({ id, first, ...state }: WithModelState & FormProps & { readonly first: RouteDraft }) {
  const t = useT();
  return (
    <VerbForm
      family="route-table"
      operation="createRoutes"
      id={id}
      precondition="adds"
      initialFrom={() => paramValues({ Routes: [first] })}
      components={{ Routes: RouteRows }}
      check={useCheck(state)}
      note={consequencesOf(state)}
      done={(_, values) =>
        t('routeTable.form.added', { n: routeDraftsIn(values.Routes).length, name: state.table.RouteTableName || state.table.RouteTableId })
      }
    />
  );
}

/** One route, which the URL names; it may give it another next hop. */
export function ReplaceRoute({ id }: FormProps) {
  const [search] = useSearchParams();
  const told = Object.fromEntries(
    ['GatewayType', 'GatewayId'].flatMap((name) => (search.has(name) ? [[name, search.get(name) ?? '']] : [])),
  );
  return (
    <WithModel id={id} types={[...listedHopTypes, told.GatewayType ?? '']}>
      {(state) => <Replacing {...state} id={id} route={search.get('RouteId') ?? ''} told={told} />}
    </WithModel>
  );
}

/** What a person calls a route: where it leads to, in its table. */
function destinationOfRoute({ RouteSet, RouteTableName, RouteTableId }: RouteTable, route: string): string {
  const row: TodaysRoute | undefined = RouteSet.find((one) => routeKey(one) === route);
  const destination = row ? destinationOf(row) : '';
  return [destination, RouteTableName || RouteTableId].filter((text) => text !== '').join(' · ');
}

/** The one route that a form is about; undefined for several, which its body names. */
const aboutOne = (table: RouteTable, [first, ...rest]: readonly string[]): string | undefined =>
  first === undefined || rest.length > 0 ? undefined : destinationOfRoute(table, first);

interface ReplacingProps extends WithModelState, FormProps {
  readonly route: string;
  readonly told: RouteDraft;
}

function Replacing({ id, route, told, ...state }: ReplacingProps) {
  const t = useT();
  const check = useCheck(state);
  const { Routes: routes } = requireOperation(useFamily('route-table').module, 'replaceRoutes').data.params;
  return (
    <VerbForm
      family="route-table"
      operation="replaceRoutes"
      id={id}
      about={destinationOfRoute(state.table, route)}
      precondition={(row) => routesAs(row, [route])}
      initialFrom={({ RouteSet }) =>
        paramValues({
          Routes: RouteSet.filter((row) => routeKey(row) === route).map((row) => ({ ...writtenOf(row, routes), ...told })),
        })
      }
      components={{ Routes: OnlyRoute }}
      check={check}
      note={consequencesOf(state)}
      done={() => t('routeTable.form.changed', { name: state.table.RouteTableName || state.table.RouteTableId })}
    />
  );
}

/** Some routes, which the URL names: ids with commas between them. */
export function DeleteRoutes({ id }: FormProps) {
  const [search] = useSearchParams();
  const ids = (search.get('RouteId') ?? '').split(',').filter(Boolean);
  return (
    <WithModel id={id} types={[]}>
      {(state) => <Deleting {...state} id={id} ids={ids} />}
    </WithModel>
  );
}

function Deleting({ id, ids, ...state }: WithModelState & FormProps & { readonly ids: readonly string[] }) {
  const t = useT();
  const { Routes: routes } = requireOperation(useFamily('route-table').module, 'deleteRoutes').data.params;
  const gone = (values: ValuesOf<'Routes'>): string[] => routeDraftsIn(values.Routes).map(routeKey);
  return (
    <VerbForm
      family="route-table"
      operation="deleteRoutes"
      id={id}
      about={aboutOne(state.table, ids)}
      precondition={(row, values) => routesAs(row, gone(values))}
      initialFrom={(row) =>
        paramValues({
          Routes: ids.map((key) => takenBy(routes, namesOf(row.RouteSet.find((one) => routeKey(one) === key) ?? namesIn(key)))),
        })
      }
      components={{ Routes: ChosenRoutes }}
      check={(values) => (gone(values).length > 0 ? [] : [{ path: 'Routes', message: t('routeTable.form.chooseOne') }])}
      note={({ values }) => (
        <Consequences {...state} fresh={[]} routes={(before) => before.filter((route) => !gone(values).includes(String(route.id)))} />
      )}
      done={(_, values) =>
        t('routeTable.form.deleted', { n: gone(values).length, name: state.table.RouteTableName || state.table.RouteTableId })
      }
    />
  );
}

/** Some routes, which the URL names, switched on or off. */
export const EnableRoutes = ({ id }: FormProps) => <SwitchRoutes id={id} operation="enableRoutes" />;
export const DisableRoutes = ({ id }: FormProps) => <SwitchRoutes id={id} operation="disableRoutes" />;

type SwitchOperation = 'enableRoutes' | 'disableRoutes';

function SwitchRoutes({ id, operation }: FormProps & { readonly operation: SwitchOperation }) {
  const [search] = useSearchParams();
  const ids = (search.get('RouteId') ?? '').split(',').filter(Boolean);
  return (
    <WithModel id={id} types={[]}>
      {(state) => <Switching {...state} id={id} ids={ids} operation={operation} />}
    </WithModel>
  );
}

/** What names the routes in a switch: today's ids where each has one, for the two must not be mixed. */
function switched({ RouteSet }: RouteTable, ids: readonly string[]) {
  const routes: readonly TodaysRoute[] = RouteSet.filter((one) => ids.includes(routeKey(one)));
  const items = routes.flatMap(({ RouteItemId }) => RouteItemId || []);
  return paramValues(items.length === routes.length && items.length > 0 ? { RouteItemIds: items } : { RouteIds: ids.map(Number) });
}

function Switching({
  id,
  ids,
  operation,
  ...state
}: WithModelState & FormProps & { readonly ids: readonly string[]; readonly operation: SwitchOperation }) {
  const t = useT();
  const enabled = operation === 'enableRoutes';
  const name = state.table.RouteTableName || state.table.RouteTableId;
  const after = (route: ModelRoute): ModelRoute => (ids.includes(String(route.id)) ? { ...route, enabled } : route);
  return (
    <VerbForm
      family="route-table"
      operation={operation}
      id={id}
      about={aboutOne(state.table, ids)}
      precondition={(row) => routesAs(row, ids)}
      fixedFrom={(row) => switched(row, ids)}
      fields={[]}
      note={() => <Consequences {...state} fresh={[]} routes={(before) => before.map(after)} />}
      done={() => t(`routeTable.form.${operation}`, { n: ids.length, name })}
    />
  );
}
