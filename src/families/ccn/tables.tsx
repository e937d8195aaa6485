import { Pencil, Trash2 } from 'lucide-react';
import type { Ccn, CcnRouteTable, CcnSelection } from '../../../catalogue/families/ccn/parts.ts';
import { useT } from '../../i18n/index.ts';
import { useOpenForm } from '../../kit/form-origin.ts';
import { type MemberColumn, MembersTable, OperationLink, useAskedOperation, useMembers } from '../../kit/members.tsx';
import { useScope } from '../../lib/scope.ts';
import { paths } from '../../paths.ts';
import { Button } from '../../ui/button.tsx';
import { Code } from '../../ui/copy.tsx';
import type { MenuItem } from '../../ui/menu.tsx';
import { Badge } from '../../ui/status.tsx';
import { ofCcn, selectionList, tableList } from './members.ts';
import { NetworkLink } from './network.tsx';

/** Its route tables, and by which policies packets choose another than their network's own. */
export function Tables({ ccn }: { readonly ccn: Ccn }) {
  const t = useT();
  const tables = useMembers(tableList, ofCcn(ccn.CcnId));
  const actions = useTableActions(ccn);
  const columns: readonly MemberColumn<CcnRouteTable>[] = [
    {
      header: t('ccn.name'),
      cell: ({ RouteTableName, IsDefaultTable }) => (
        <span className="inline-flex items-center gap-2">
          <bdi>{RouteTableName}</bdi>
          {IsDefaultTable && <Badge>{t('ccn.default')}</Badge>}
        </span>
      ),
    },
    { header: t('ccn.id'), cell: ({ CcnRouteTableId }) => <Code copy>{CcnRouteTableId}</Code> },
    { header: t('ccn.description'), cell: ({ RouteTableDescription }) => <bdi>{RouteTableDescription}</bdi> },
  ];
  return (
    <div className="flex flex-col gap-6">
      <div className="flex flex-col gap-3">
        <div className="flex justify-end">
          <OperationLink family="ccn" id={ccn.CcnId} operation="createTables" />
        </div>
        <MembersTable
          label={t('ccn.tables')}
          members={tables}
          columns={columns}
          keyOf={(row) => row.CcnRouteTableId}
          nameOf={(row) => row.RouteTableName}
          actions={actions}
          empty={{ title: t('ccn.noTables') }}
        />
      </div>
      <Selections ccn={ccn} />
    </div>
  );
}

function useTableActions(ccn: Ccn): (row: CcnRouteTable) => readonly MenuItem[] {
  const t = useT();
  const scope = useScope();
  const open = useOpenForm();
  const asked = useAskedOperation('ccn');
  return (row) => {
    const disabledReason = row.IsDefaultTable ? t('ccn.defaultStays') : undefined;
    const prefill = { RouteTableId: row.CcnRouteTableId, Name: row.RouteTableName, Description: row.RouteTableDescription ?? '' };
    return [
      {
        key: 'edit',
        label: t('kit.edit'),
        icon: Pencil,
        disabledReason,
        onSelect: () => open(paths.verb('ccn', ccn.CcnId, 'updateTables', scope, prefill)),
      },
      {
        key: 'delete',
        label: t('kit.delete'),
        icon: Trash2,
        danger: true,
        disabledReason,
        onSelect: () =>
          void asked({ operation: 'deleteTables', params: { RouteTableId: [row.CcnRouteTableId] }, label: row.RouteTableName }),
      },
    ];
  };
}

function Selections({ ccn }: { readonly ccn: Ccn }) {
  const t = useT();
  const asked = useAskedOperation('ccn');
  const selections = useMembers(selectionList, ofCcn(ccn.CcnId));
  const columns: readonly MemberColumn<CcnSelection>[] = [
    { header: t('ccn.network'), cell: (row) => <NetworkLink of={{ ...row, InstanceRegion: '' }} /> },
    { header: t('ccn.source'), cell: ({ SourceCidrBlock }) => <Code>{SourceCidrBlock}</Code> },
    { header: t('ccn.table'), cell: ({ RouteTableName, RouteTableId }) => <bdi>{RouteTableName || RouteTableId}</bdi> },
    { header: t('ccn.description'), cell: ({ Description }) => <bdi>{Description}</bdi> },
  ];
  const edit = <OperationLink family="ccn" id={ccn.CcnId} operation="setSelections" />;
  return (
    <section aria-label={t('ccn.selections')} className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h2 className="font-medium">{t('ccn.selections')}</h2>
        <span className="flex gap-2">
          {selections.rows.length > 0 && (
            <Button
              size="sm"
              icon={<Trash2 aria-hidden="true" className="size-4" />}
              onClick={() => void asked({ operation: 'clearSelections', params: { CcnId: ccn.CcnId }, label: ccn.CcnName || ccn.CcnId })}
            >
              {t('ccn.clearSelections')}
            </Button>
          )}
          {edit}
        </span>
      </div>
      <MembersTable
        label={t('ccn.selections')}
        members={selections}
        columns={columns}
        keyOf={(row) => `${row.InstanceId} ${row.SourceCidrBlock}`}
        nameOf={(row) => row.SourceCidrBlock}
        empty={{ title: t('ccn.noSelections'), body: t('ccn.noSelectionsBody') }}
      />
    </section>
  );
}
