/** Two tables of a VPC beside each other: which addresses go elsewhere, and for which subnets. The URL holds both. */
import { Suspense } from 'react';
import { useSearchParams } from 'react-router';
import type { RouteTable } from '../../../catalogue/families/route-table/index.ts';
import { indexOf, subnetsOf, tableOf } from '../../../network/model/look-up.ts';
import type { NetworkModel } from '../../../network/model/model.ts';
import { type RouteChange, routeChanges } from '../../../network/routes/route-changes.ts';
import type { EffectiveRoute } from '../../../network/routes/routes.ts';
import { useFormats, useT, withTexts } from '../../i18n/index.ts';
import { RefLink } from '../../kit/ref.tsx';
import { part } from '../../lib/part.tsx';
import { Select } from '../../ui/choice.tsx';
import { Code } from '../../ui/copy.tsx';
import { Field } from '../../ui/field.tsx';
import { Card } from '../../ui/parts.tsx';
import { Notice } from '../../ui/status.tsx';
import { Way } from './changes.tsx';
import { useModel } from './use-model.ts';
import { routesOf } from './use-routes.ts';
import { OtherScopes } from './words.tsx';

// The pictures bring the maps: they are loaded where two tables are compared.
const TablePair = part(async () => (await withTexts(import('./picture.tsx'), 'maps')).TablePair);

/** Every type that is judged: what the other table leads to is not known before it is chosen. */
const types = ['NAT', 'VPN', 'DIRECTCONNECT', 'PEERCONNECTION', 'NORMAL_CVM', 'CVM'] as const;

export function CompareTab({ table }: { readonly table: RouteTable }) {
  const t = useT();
  const [search, setSearch] = useSearchParams();
  const { model, complete, scopes } = useModel(table.VpcId, [...types, ...table.RouteSet.map(({ GatewayType }) => GatewayType)]);
  const others = model.routeTables.filter(({ vpc, id }) => vpc === table.VpcId && id !== table.RouteTableId);
  const other = others.find(({ id }) => id === search.get('with'))?.id ?? '';
  const before = routesOf(model, table.RouteTableId);
  const after = other === '' ? null : routesOf(model, other);
  return (
    <OtherScopes value={scopes}>
      <Card title={t('routeTable.compare.title')}>
        <div className="flex flex-col gap-3">
          <Field label={t('routeTable.compare.with')} name="with">
            {(ids) => (
              <Select
                {...ids}
                value={other}
                placeholder={t('routeTable.compare.choose')}
                options={others.map(({ id, name }) => ({ value: id, label: name || id, detail: id }))}
                onChange={(id) =>
                  setSearch((now) => {
                    const next = new URLSearchParams(now);
                    next.set('with', id);
                    return next;
                  })
                }
              />
            )}
          </Field>
          {complete && others.length === 0 && <p className="text-muted">{t('routeTable.compare.alone')}</p>}
          {!complete && <p className="text-muted">{t('routeTable.checking')}</p>}
          {complete && before && after && (
            <Suspense>
              <TablePair tables={[table.RouteTableId, other]} vpc={table.VpcId} model={model} scopes={scopes} />
            </Suspense>
          )}
          {before && after && <Differences model={model} vpc={table.VpcId} tables={[table.RouteTableId, other]} routes={[before, after]} />}
        </div>
      </Card>
    </OtherScopes>
  );
}

interface DifferencesProps {
  readonly model: NetworkModel;
  readonly vpc: string;
  readonly tables: readonly [string, string];
  readonly routes: readonly [readonly EffectiveRoute[], readonly EffectiveRoute[]];
}

function Differences({ model, vpc, tables, routes }: DifferencesProps) {
  const t = useT();
  const changes = routeChanges(...routes);
  if (changes.length === 0) return <Notice meaning="good" title={t('routeTable.compare.same')} />;
  return (
    <div className="overflow-x-auto">
      <table className="grid-table" aria-label={t('routeTable.compare.title')}>
        <thead>
          <tr>
            <th scope="col">{t('routeTable.destination')}</th>
            {tables.map((id) => (
              <th key={id} scope="col">
                <TableHead model={model} vpc={vpc} id={id} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {changes.map((change) => (
            <Difference key={`${change.destination} ${change.blocks.join()}`} change={change} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** A table, and the subnets for which its side of the comparison is so. */
function TableHead({ model, vpc, id }: { readonly model: NetworkModel; readonly vpc: string; readonly id: string }) {
  const t = useT();
  const formats = useFormats();
  const index = indexOf(model);
  const names = subnetsOf(index, vpc).rows.flatMap(({ of }) => (tableOf(index, of).row?.id === id ? [of.name || of.id] : []));
  const shown = names.length > 4 ? [...names.slice(0, 4), t('routeTable.compare.more', { n: names.length - 4 })] : names;
  return (
    <>
      <RefLink family="route-table" id={id} />
      <span className="block font-normal text-muted">{names.length === 0 ? t('routeTable.compare.unused') : formats.list(shown)}</span>
    </>
  );
}

function Difference({ change }: { readonly change: RouteChange }) {
  const t = useT();
  const [block, ...more] = change.blocks;
  const whole = change.whole || more.length === 0;
  const destination = <Code>{(whole ? block : change.destination) ?? change.destination}</Code>;
  return (
    <tr>
      <td>{whole ? destination : t.node('routeTable.changes.partly', { destination })}</td>
      <td>
        <Way route={change.before} />
      </td>
      <td>
        <Way route={change.after} />
      </td>
    </tr>
  );
}
