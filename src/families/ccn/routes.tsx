import { Power, PowerOff } from 'lucide-react';
import { useMemo } from 'react';
import type { Ccn, CcnRoute } from '../../../catalogue/families/ccn/parts.ts';
import { isShared, rivalsOf, winnersOver } from '../../../network/routes/ccn-conflicts.ts';
import { useFormats, useT } from '../../i18n/index.ts';
import { type MemberColumn, type Members, MembersTable, useAskedOperation, useMembers } from '../../kit/members.tsx';
import { Code } from '../../ui/copy.tsx';
import type { MenuItem } from '../../ui/menu.tsx';
import { Notice, Status } from '../../ui/status.tsx';
import { ofCcn, tableList } from './members.ts';
import { CcnRegionName, NetworkLink, Owner } from './network.tsx';

interface RoutesProps {
  readonly ccn: Ccn;
  readonly routes: Members<CcnRoute>;
}

/** The routes of all its tables: which are in force, and which are off because of which. */
export function Routes({ ccn, routes }: RoutesProps) {
  const t = useT();
  const formats = useFormats();
  const tables = useMembers(tableList, ofCcn(ccn.CcnId));
  const { rows } = routes;
  const rivals = useMemo(() => new Map(rows.map((row) => [row.RouteId, rivalsOf(row, rows)])), [rows]);
  const actions = useRouteActions(ccn, rivals);
  const tableName = (id: string): string => tables.rows.find(({ CcnRouteTableId }) => CcnRouteTableId === id)?.RouteTableName ?? id;
  const conflicts = [...rivals.values()].filter((all) => all.length > 0).length;
  const columns: readonly MemberColumn<CcnRoute>[] = [
    { header: t('ccn.destination'), cell: ({ DestinationCidrBlock }) => <Code>{DestinationCidrBlock}</Code> },
    {
      header: t('ccn.state'),
      cell: (row) => {
        const { Enabled, RouteId } = row;
        const against = rivals.get(RouteId) ?? [];
        if (Enabled) {
          return (
            <>
              <Status meaning="good">{t('ccn.enabled')}</Status>
              <Winners route={row} all={rows} />
            </>
          );
        }
        if (against.length === 0) return <Status meaning="neutral">{t('ccn.disabled')}</Status>;
        const names = formats.list(against.map((one) => `${one.InstanceName || one.InstanceId} ${one.DestinationCidrBlock}`));
        return <Status meaning="warning">{t('ccn.conflictsWith', { names })}</Status>;
      },
    },
    { header: t('ccn.leadsTo'), cell: (row) => <NetworkLink of={row} /> },
    { header: t('ccn.region'), cell: ({ InstanceRegion }) => <CcnRegionName region={InstanceRegion} /> },
    { header: t('ccn.account'), cell: ({ InstanceUin }) => <Owner uin={InstanceUin} /> },
    { header: t('ccn.table'), cell: ({ RouteTableId }) => <bdi>{tableName(RouteTableId)}</bdi> },
  ];
  return (
    <div className="flex flex-col gap-3">
      {conflicts > 0 && (
        <Notice meaning="warning" title={t('ccn.conflicts', { n: conflicts })}>
          {t(ccn.RouteOverlapFlag ? 'ccn.conflictsSame' : 'ccn.conflictsBody')}
        </Notice>
      )}
      <MembersTable
        label={t('ccn.routes')}
        members={routes}
        columns={columns}
        keyOf={(row) => row.RouteId}
        nameOf={(row) => `${row.DestinationCidrBlock} ${row.InstanceName || row.InstanceId}`}
        actions={actions}
        empty={{ title: t('ccn.noRoutes'), body: t('ccn.noRoutesBody') }}
      />
    </div>
  );
}

/** Which routes of other networks decide for a part of what this one names, or share it. */
function Winners({ route, all }: { readonly route: CcnRoute; readonly all: readonly CcnRoute[] }) {
  const t = useT();
  return winnersOver(route, all).map((other) => (
    <span key={other.RouteId} className="block text-muted">
      {t(isShared(route, other) ? 'ccn.sharedWith' : 'ccn.wonBy', {
        destination: other.DestinationCidrBlock,
        name: other.InstanceName || other.InstanceId,
      })}
    </span>
  ));
}

function useRouteActions(ccn: Ccn, rivals: ReadonlyMap<string, readonly CcnRoute[]>): (row: CcnRoute) => readonly MenuItem[] {
  const t = useT();
  const formats = useFormats();
  const asked = useAskedOperation('ccn');
  return (row) => {
    const operation = row.Enabled ? 'disableRoutes' : 'enableRoutes';
    const Icon = row.Enabled ? PowerOff : Power;
    const against = rivals.get(row.RouteId) ?? [];
    const allowed = ccn.RouteOverlapFlag && against.every((one) => one.DestinationCidrBlock !== row.DestinationCidrBlock);
    const first = formats.list(against.map((one) => one.InstanceName || one.InstanceId));
    return [
      {
        key: operation,
        label: t(row.Enabled ? 'ccn.disable' : 'ccn.enable'),
        icon: Icon,
        danger: row.Enabled,
        disabledReason: against.length === 0 || allowed ? undefined : t('ccn.disableFirst', { names: first }),
        onSelect: () => void asked({ operation, params: { CcnId: ccn.CcnId, RouteIds: [row.RouteId] }, label: row.DestinationCidrBlock }),
      },
    ];
  };
}
