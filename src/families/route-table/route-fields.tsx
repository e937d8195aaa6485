/** The control for the routes of a form: a destination and a next hop each, the next hop chosen from what the VPC has. */
import { X } from 'lucide-react';
import { createContext, use } from 'react';
import type { RouteTable } from '../../../catalogue/families/route-table/index.ts';
import { fieldText } from '../../../catalogue/text/shape.ts';
import type { NetworkModel } from '../../../network/model/model.ts';
import {
  draftDestination,
  isListedHopType,
  knowsAllHops,
  nextHopOptions,
  type RouteDraft,
  routeDraftsIn,
} from '../../../network/routes/route-drafts.ts';
import { destinationOf } from '../../../network/routes/route-names.ts';
import { useT } from '../../i18n/index.ts';
import { AddRow, FieldGroup } from '../../kit/form/group.tsx';
import type { FieldControlProps } from '../../kit/form/types.ts';
import { FormContext } from '../../kit/form/words.ts';
import { textOf } from '../../lib/text.ts';
import { IconButton } from '../../ui/button.tsx';
import { Select } from '../../ui/choice.tsx';
import { Combobox } from '../../ui/combobox.tsx';
import { Field } from '../../ui/field.tsx';
import { TextInput } from '../../ui/input.tsx';
import { routeFields, typesIn } from './named-routes.ts';
import { useTypeWord } from './words.tsx';

interface RouteForm {
  readonly table: RouteTable;
  readonly model: NetworkModel;
  readonly complete: boolean;
  /** A type was chosen: what stands behind it is read. */
  readonly onType: (type: string) => void;
}

/** What the controls of a form about a table's routes lean on. */
export const RouteFormContext = createContext<RouteForm | null>(null);

function useRouteForm(): RouteForm {
  const form = use(RouteFormContext);
  if (!form) throw new Error('a route control outside its form');
  return form;
}

const takesIpv6 = (routes: FieldControlProps['field']): boolean => routeFields(routes).DestinationIpv6CidrBlock !== undefined;

/** Several new routes. */
export function RouteRows({ ids, path, field, value, onChange, onBlur }: FieldControlProps) {
  const t = useT();
  const routes = routeDraftsIn(value);
  return (
    <FieldGroup ids={ids} label={t('routeTable.routes')} className="flex flex-col gap-3">
      {routes.map((route, index) => (
        <OneRoute
          // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place; its value is what is being typed
          key={index}
          path={`${path}.${index}`}
          types={typesIn(field)}
          takesIpv6={takesIpv6(field)}
          route={route}
          number={index + 1}
          onChange={(next) => onChange(routes.map((other, at) => (at === index ? next : other)))}
          onRemove={routes.length > 1 ? () => onChange(routes.filter((_, at) => at !== index)) : undefined}
          onBlur={onBlur}
        />
      ))}
      <AddRow label={t('routeTable.form.another')} onClick={() => onChange([...routes, {}])} />
    </FieldGroup>
  );
}

/** The one route that is being changed. */
export function OnlyRoute({ ids, path, field, value, onChange, onBlur }: FieldControlProps) {
  const t = useT();
  const [route = {}] = routeDraftsIn(value);
  return (
    <FieldGroup ids={ids} label={t('routeTable.routes')}>
      <OneRoute
        path={`${path}.0`}
        types={typesIn(field)}
        takesIpv6={takesIpv6(field)}
        route={route}
        number={null}
        onChange={(next) => onChange([next])}
        onRemove={undefined}
        onBlur={onBlur}
      />
    </FieldGroup>
  );
}

interface OneRouteProps {
  readonly path: string;
  readonly types: readonly string[];
  /** A destination of IPv6 has a place of its own. */
  readonly takesIpv6: boolean;
  readonly route: RouteDraft;
  /** Null: it stands alone. */
  readonly number: number | null;
  readonly onChange: (route: RouteDraft) => void;
  readonly onRemove: (() => void) | undefined;
  readonly onBlur: () => void;
}

/** The fields of one route. */
function OneRoute({ path, types, takesIpv6, route, number, onChange, onRemove, onBlur }: OneRouteProps) {
  const t = useT();
  const word = useTypeWord();
  const form = use(FormContext);
  const { onType, table, model, complete } = useRouteForm();
  const none = (type: string): boolean => complete && knowsAllHops(model, type) && nextHopOptions(model, table.VpcId, type).length === 0;
  const words = (name: string) => fieldText(form?.text ?? { fields: {} }, form?.action ?? '', `${path}.${name}`);
  const problem = (name: string) => form?.errorFor(`${path}.${name}`);
  const put = (change: RouteDraft): void => onChange({ ...route, ...change });
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot sit in a flow like this
    <div
      role="group"
      aria-label={number === null ? undefined : t('routeTable.form.which', { n: number })}
      className="flex flex-col gap-3 rounded border border-line p-3"
      onBlur={(event) => !event.currentTarget.contains(event.relatedTarget) && onBlur()}
    >
      {number !== null && (
        <div className="flex items-center justify-between">
          <span className="text-muted">{t('routeTable.form.which', { n: number })}</span>
          {onRemove && (
            <IconButton
              size="sm"
              label={t('routeTable.form.remove', { n: number })}
              icon={<X aria-hidden="true" className="size-4" />}
              onClick={onRemove}
            />
          )}
        </div>
      )}
      <Field
        required
        label={words('DestinationCidrBlock').label}
        name="DestinationCidrBlock"
        help={words('DestinationCidrBlock').help}
        error={problem('DestinationCidrBlock') ?? problem('DestinationIpv6CidrBlock')}
      >
        {(ids) => (
          <TextInput
            {...ids}
            mono
            placeholder={takesIpv6 ? '10.1.0.0/16, 2001:db8::/32' : '10.1.0.0/16'}
            value={destinationOf(route)}
            onChange={(next) => put(draftDestination(next, takesIpv6))}
          />
        )}
      </Field>
      <Field required label={words('GatewayType').label} name="GatewayType" error={problem('GatewayType')}>
        {(ids) => (
          <Select
            {...ids}
            value={textOf(route.GatewayType)}
            options={types.map((type) => ({
              value: type,
              label: word(type),
              ...(none(type) ? { disabledReason: t('routeTable.form.noneOfType') } : {}),
            }))}
            placeholder={t('kit.form.choose')}
            onChange={(type) => {
              onType(type);
              put({ GatewayType: type, GatewayId: type === ownAddress ? '0' : '' });
            }}
          />
        )}
      </Field>
      <HopField label={words('GatewayId').label} error={problem('GatewayId')} route={route} onChange={(GatewayId) => put({ GatewayId })} />
      <Field label={words('RouteDescription').label} name="RouteDescription" error={problem('RouteDescription')}>
        {(ids) => <TextInput {...ids} value={textOf(route.RouteDescription)} onChange={(RouteDescription) => put({ RouteDescription })} />}
      </Field>
    </div>
  );
}

/** A route to whatever public address an instance has of its own names the gateway 0. */
const ownAddress = 'EIP';

/** Next hops that are typed, by what is said of them: this console has no list of such. */
const typedHops = {
  SSLVPN: 'sslHop',
  [ownAddress]: 'ownAddressHop',
  HAVIP: 'unlistedHop',
  INTRANAT: 'unlistedHop',
  LOCAL_GATEWAY: 'unlistedHop',
  GWLB_ENDPOINT: 'unlistedHop',
} as const;
type TypedHop = keyof typeof typedHops;

interface HopFieldProps {
  readonly label: string;
  readonly error: string | undefined;
  readonly route: RouteDraft;
  readonly onChange: (id: string) => void;
}

function HopField({ label, error, route, onChange }: HopFieldProps) {
  const t = useT();
  const { table, model, complete } = useRouteForm();
  const type = textOf(route.GatewayType);
  const hops = nextHopOptions(model, table.VpcId, type);
  const noneFound = complete && hops.length === 0 ? t('routeTable.form.noHop') : undefined;
  const help =
    type === '' ? t('routeTable.form.typeFirst') : type in typedHops ? t(`routeTable.form.${typedHops[type as TypedHop]}`) : noneFound;
  return (
    <Field required label={label} name="GatewayId" help={help} error={error}>
      {(ids) => (
        <Combobox
          {...ids}
          allowFree={!isListedHopType(type) || (complete && !knowsAllHops(model, type))}
          value={textOf(route.GatewayId)}
          onChange={onChange}
          loading={!complete}
          placeholder={t('kit.form.pick')}
          options={hops.map(({ id, name, detail }) => ({ value: id, label: name || id, detail: detail || undefined }))}
        />
      )}
    </Field>
  );
}
