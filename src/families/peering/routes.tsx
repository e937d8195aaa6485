import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { Link } from 'react-router';
import type { ResultOf } from '../../../catalogue/index.ts';
import { readRows } from '../../../network/model/look-up.ts';
import { emptyModel, type NetworkModel } from '../../../network/model/model.ts';
import { read3 } from '../../../network/model/read-3.ts';
import { type MissingRoute, peeringFact } from '../../../network/routes/peerings.ts';
import { destinationOf } from '../../../network/routes/route-names.ts';
import { toApiError } from '../../api/api-error.ts';
import type { Answer } from '../../api/call.ts';
import { callOptions } from '../../api/single.ts';
import { useFormats, useT } from '../../i18n/index.ts';
import { ErrorPlace } from '../../kit/error-place.tsx';
import { AddRoutes } from '../../maps/add-routes.tsx';
import { paths } from '../../paths.ts';
import { linkClass } from '../../ui/button.tsx';
import { Code } from '../../ui/copy.tsx';
import { Card } from '../../ui/parts.tsx';
import { Spinner } from '../../ui/spinner.tsx';
import { Notice, Status } from '../../ui/status.tsx';
import { states } from './expiry.ts';
import { SideLink } from './side-link.tsx';
import type { Peering, Side, Sides } from './sides.ts';

type Tables = ResultOf<'vpc:DescribeRouteTables'>['RouteTableSet'];
type Subnets = ResultOf<'vpc:DescribeSubnets'>['SubnetSet'];

interface End {
  readonly side: Side;
  readonly tables: Tables | undefined;
  readonly subnets: Subnets | undefined;
  readonly error: unknown;
  readonly loading: boolean;
}

/** The route tables and subnets of one end, where this console may look. A VPC has fewer than a page of either. */
function useEnd(side: Side): End {
  const scope = side.scope ?? { region: '' };
  const where = { Filters: [{ Name: 'vpc-id' as const, Values: [side.vpcId] }] };
  const enabled = side.scope !== null;
  const tables = useQuery({ ...callOptions(scope, 'route-table', 'vpc:DescribeRouteTables', { ...where, Limit: 100 }), enabled });
  const subnets = useQuery({ ...callOptions(scope, 'subnet', 'vpc:DescribeSubnets', { ...where, Limit: 100 }), enabled });
  const pending = (query: UseQueryResult<Answer<unknown>>): boolean => enabled && query.isPending;
  return {
    side,
    tables: tables.data?.data.RouteTableSet,
    subnets: subnets.data?.data.SubnetSet,
    error: tables.error ?? subnets.error,
    loading: pending(tables) || pending(subnets),
  };
}

/** The two VPCs and what stands in them, as a network to reason about; null until both ends are known. */
function modelOf(row: Peering, ends: readonly End[]): NetworkModel | null {
  const known = ends.flatMap(({ side, tables, subnets }) =>
    side.vpc && side.scope && tables && subnets ? [{ vpc: side.vpc, uin: side.uin, region: side.scope.region, tables, subnets }] : [],
  );
  if (known.length < 2) return null;
  return {
    ...emptyModel,
    vpcs: known.map(({ vpc, uin, region }) => read3.vpc(vpc, { account: uin, region })),
    subnets: known.flatMap(({ subnets }) => subnets.map(read3.subnet)),
    routeTables: known.flatMap(({ tables }) => tables.map(read3.routeTable)),
    peerings: [
      { id: row.peeringConnectionId, vpcs: [row.unVpcId, row.unPeerVpcId], state: row.state === states.active ? 'active' : 'pending' },
    ],
  };
}

/** Which routes lead through a peering on each side, and which are missing for its two VPCs to speak with each other. */
export function PeeringRoutes({ row, sides }: { readonly row: Peering; readonly sides: Sides }) {
  const t = useT();
  const from = useEnd(sides.from(row));
  const to = useEnd(sides.to(row));
  const model = modelOf(row, [from, to]);
  const missing = useMemo(() => {
    if (!model || row.state !== states.active) return null;
    const known = readRows(model, 'vpcs').map(({ id }) => id);
    if (!known.includes(row.unVpcId) || !known.includes(row.unPeerVpcId)) return null;
    return peeringFact(model, row.unVpcId, row.unPeerVpcId).missing;
  }, [model, row]);
  return (
    <div className="flex flex-col gap-4">
      {missing && missing.length === 0 && <Notice meaning="good" title={t('peering.routesComplete')} />}
      {missing && missing.length > 0 && <Notice meaning="warning" title={t('peering.routesMissing', { n: missing.length })} />}
      {missing && <AddMissing row={row} ends={[from, to]} missing={missing} />}
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <SideRoutes row={row} end={from} other={to} missing={missing} />
        <SideRoutes row={row} end={to} other={from} missing={missing} />
      </div>
    </div>
  );
}

interface AddMissingProps {
  readonly row: Peering;
  readonly ends: readonly End[];
  readonly missing: readonly MissingRoute[];
}

/** All of them at once, on both sides. */
function AddMissing({ row, ends, missing }: AddMissingProps) {
  const names = new Map([
    [row.peeringConnectionId, row.peeringConnectionName],
    ...ends.flatMap(({ side, tables }): [string, string][] => [
      [side.vpcId, side.vpc?.VpcName ?? ''],
      ...(tables ?? []).map(({ RouteTableId, RouteTableName }): [string, string] => [RouteTableId, RouteTableName]),
    ]),
  ]);
  const tables = missing.flatMap(({ routeTable: id, vpc, subnets, destinations }) => {
    const scope = ends.find(({ side }) => side.vpcId === vpc)?.side.scope;
    return scope && destinations.length > 0 ? [{ id, vpc, scope, subnets: subnets.length, destinations }] : [];
  });
  return (
    <div>
      <AddRoutes peering={row.peeringConnectionId} tables={tables} called={(id) => names.get(id) || id} />
    </div>
  );
}

interface SideRoutesProps {
  readonly row: Peering;
  readonly end: End;
  readonly other: End;
  readonly missing: readonly MissingRoute[] | null;
}

function SideRoutes({ row, end, other, missing }: SideRoutesProps) {
  const t = useT();
  const { side } = end;
  const through = (end.tables ?? []).flatMap((table) =>
    table.RouteSet.filter(({ GatewayId }) => GatewayId === row.peeringConnectionId).map((route) => ({ table, route })),
  );
  return (
    <Card title={<SideLink side={side} />}>
      <div className="flex flex-col gap-3">
        {side.vpc && (
          <p className="text-muted">
            {t('peering.range')} <Code>{side.vpc.CidrBlock}</Code>
          </p>
        )}
        {side.scope === null && <p>{t('peering.cannotLook')}</p>}
        {end.loading && <Spinner label={t('ui.loading')} />}
        {end.error !== null && <ErrorPlace error={toApiError(end.error)} />}
        {end.tables && through.length === 0 && <p>{t('peering.noRoute')}</p>}
        {through.length > 0 && (
          <table className="grid-table -mx-4 w-[calc(100%+2rem)]!">
            <thead>
              <tr>
                <th scope="col">{t('peering.destination')}</th>
                <th scope="col">{t('peering.table')}</th>
              </tr>
            </thead>
            <tbody>
              {through.map(({ table, route }) => (
                <tr key={`${table.RouteTableId} ${destinationOf(route)}`}>
                  <td>
                    <Code>{destinationOf(route)}</Code>
                  </td>
                  <td>
                    <TableLink side={side} id={table.RouteTableId} name={table.RouteTableName} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
        {missing
          ?.filter(({ vpc }) => vpc === side.vpcId)
          .map((gap) => (
            <Gap key={gap.routeTable} gap={gap} end={end} other={other} />
          ))}
      </div>
    </Card>
  );
}

const TableLink = ({ side, id, name }: { readonly side: Side; readonly id: string; readonly name: string }) =>
  side.scope && (
    <Link to={paths.detail('route-table', id, side.scope)} className={linkClass}>
      <bdi>{name || id}</bdi>
    </Link>
  );

interface GapProps {
  readonly gap: MissingRoute;
  readonly end: End;
  readonly other: End;
}

/** A table whose subnets do not reach all of the other side: which, and the destinations that would mend it. */
function Gap({ gap, end, other }: GapProps) {
  const t = useT();
  const formats = useFormats();
  const table = end.tables?.find(({ RouteTableId }) => RouteTableId === gap.routeTable);
  const named = (subnets: Subnets | undefined, ids: readonly string[]): string => {
    const names = ids.map((id) => subnets?.find(({ SubnetId }) => SubnetId === id)?.SubnetName || id);
    const shown = names.slice(0, 3);
    return formats.list(names.length > shown.length ? [...shown, t('peering.more', { n: names.length - shown.length })] : shown);
  };
  return (
    <div className="flex flex-col gap-1 border-line border-t pt-3">
      <p className="flex flex-wrap items-center gap-x-2">
        <Status meaning="warning">{t('peering.missing')}</Status>
        <TableLink side={end.side} id={gap.routeTable} name={table?.RouteTableName ?? ''} />
      </p>
      <p className="text-muted">
        {t('peering.unreached', { subnets: named(end.subnets, gap.subnets), peer: named(other.subnets, gap.unreached) })}
      </p>
      <p className="flex flex-wrap gap-x-3">
        {gap.destinations.map((destination) => (
          <Code key={destination}>{destination}</Code>
        ))}
      </p>
    </div>
  );
}
