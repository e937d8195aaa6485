import { Check, Pencil, Route, Unlink, X } from 'lucide-react';
import type { Ccn, CcnAttachment } from '../../../catalogue/families/ccn/parts.ts';
import type { OperationOf } from '../../../catalogue/row-of.ts';
import { useT } from '../../i18n/index.ts';
import { useOpenForm } from '../../kit/form-origin.ts';
import { type MemberColumn, type Members, MembersTable, OperationLink, useAskedOperation } from '../../kit/members.tsx';
import { useFamily } from '../../kit/words.ts';
import { requireOperation } from '../../lib/family.ts';
import { useScope } from '../../lib/scope.ts';
import { paths } from '../../paths.ts';
import { Code } from '../../ui/copy.tsx';
import type { MenuItem } from '../../ui/menu.tsx';
import { Notice } from '../../ui/status.tsx';
import { instanceParams } from './members.ts';
import { AttachmentState, CcnRegionName, NetworkLink, NetworkOnMap, Owner } from './network.tsx';

interface AttachmentsProps {
  readonly ccn: Ccn;
  readonly attachments: Members<CcnAttachment>;
}

/** Everything that is attached, or asks to be, with what its owner or the CCN's can do. */
export function Attachments({ ccn, attachments }: AttachmentsProps) {
  const t = useT();
  const actions = useAttachmentActions(ccn);
  const waiting = attachments.rows.filter(({ State }) => State === 'PENDING').length;
  const columns: readonly MemberColumn<CcnAttachment>[] = [
    {
      header: t('ccn.network'),
      cell: (row) => (
        <span className="inline-flex flex-wrap items-baseline gap-x-3">
          <NetworkLink of={row} />
          <NetworkOnMap of={row} ccn={ccn.CcnId} />
        </span>
      ),
    },
    { header: t('ccn.state'), cell: ({ State }) => <AttachmentState state={State} /> },
    { header: t('ccn.region'), cell: ({ InstanceRegion }) => <CcnRegionName region={InstanceRegion} /> },
    { header: t('ccn.account'), cell: ({ InstanceUin }) => <Owner uin={InstanceUin} /> },
    { header: t('ccn.ranges'), cell: ({ CidrBlock }) => <Code>{CidrBlock.join(' ')}</Code> },
    { header: t('ccn.table'), cell: ({ RouteTableName, RouteTableId }) => <bdi>{RouteTableName || RouteTableId}</bdi> },
    { header: t('ccn.description'), cell: ({ Description }) => <bdi>{Description}</bdi> },
  ];
  const add = <OperationLink family="ccn" id={ccn.CcnId} operation="attach" />;
  return (
    <div className="flex flex-col gap-3">
      {waiting > 0 && <Notice meaning="pending" title={t('ccn.waiting', { n: waiting })} />}
      <div className="flex justify-end">{add}</div>
      <MembersTable
        label={t('ccn.attachments')}
        members={attachments}
        columns={columns}
        keyOf={(row) => row.InstanceId}
        nameOf={(row) => row.InstanceName || row.InstanceId}
        actions={actions}
        empty={{ title: t('ccn.noAttachments'), body: t('ccn.noAttachmentsBody'), action: add }}
      />
    </div>
  );
}

function useAttachmentActions(ccn: Ccn): (row: CcnAttachment) => readonly MenuItem[] {
  const t = useT();
  const scope = useScope();
  const open = useOpenForm();
  const asked = useAskedOperation('ccn');
  const { module, text } = useFamily('ccn');
  const title = (operation: OperationOf<'ccn'>): string => text.actions[requireOperation(module, operation).name]?.title ?? '';
  return (row) => {
    const label = row.InstanceName || row.InstanceId;
    const prefill = { ...instanceParams(row), Description: row.Description ?? '', RouteTableId: row.RouteTableId ?? '' };
    const form = (operation: 'associate' | 'describe', icon: MenuItem['icon']): MenuItem => ({
      key: operation,
      label: title(operation),
      icon,
      onSelect: () => open(paths.verb('ccn', ccn.CcnId, operation, scope, prefill)),
    });
    const ask = (operation: OperationOf<'ccn'>, icon: MenuItem['icon'], more: Partial<MenuItem> = {}): MenuItem => ({
      key: operation,
      label: title(operation),
      icon,
      onSelect: () => void asked({ operation, params: { CcnId: ccn.CcnId, Instances: [instanceParams(row)] }, label }),
      ...more,
    });
    const waits = row.State === 'PENDING';
    const answers = waits ? [ask('accept', Check), ask('reject', X)] : [];
    return [
      ...answers,
      form('describe', Pencil),
      {
        ...form('associate', Route),
        disabledReason: row.State === 'ACTIVE' ? undefined : t('ccn.notConnected'),
      },
      ask('detach', Unlink, { danger: true, separated: true }),
    ];
  };
}
