/** The CCNs that a network of this account is in, on its own page: of other accounts' CCNs too, which have no page here. */
import { Unlink } from 'lucide-react';
import { useMemo } from 'react';
import type { CcnAttachment } from '../../catalogue/families/ccn/parts.ts';
import { useList } from '../api/query.ts';
import { useT } from '../i18n/index.ts';
import { ReferrersHead } from '../kit/detail/references.tsx';
import { useOpenForm } from '../kit/form-origin.ts';
import { type MemberColumn, MembersTable, useAskedOperation, useMembers } from '../kit/members.tsx';
import { RefLink } from '../kit/ref.tsx';
import { capital, useFamily } from '../kit/words.ts';
import { memberList } from '../lib/members.ts';
import { useScope } from '../lib/scope.ts';
import { paths } from '../paths.ts';
import { Button } from '../ui/button.tsx';
import { Code } from '../ui/copy.tsx';
import { Menu, type MenuItem } from '../ui/menu.tsx';
import { Card } from '../ui/parts.tsx';
import { instanceParams } from './ccn/members.ts';
import { AttachmentState, Owner, useIsOwn } from './ccn/network.tsx';

export interface NetworkInCcns {
  readonly type: 'VPC' | 'DIRECTCONNECT';
  readonly id: string;
}

/** One network in several CCNs: no id of theirs tells these rows apart. */
const attachmentList = memberList('ccn', 'attachments', { pending: { field: 'State', values: ['ATTACHING', 'DETACHING'] } });

/** For lists of attachments that take the network as a filter. */
const ofNetwork = (id: string) => ({ Filters: [{ Name: 'instance-id' as const, Values: [id] }] });

const useAttachments = (id: string) =>
  useMembers(
    attachmentList,
    useMemo(() => ofNetwork(id), [id]),
  );

/** A CCN of this account by its name; another account's by its id. */
function CcnName({ of: { CcnId, CcnUin } }: { readonly of: CcnAttachment }) {
  return useIsOwn()(CcnUin) ? (
    <RefLink family="ccn" id={CcnId} />
  ) : (
    <span className="inline-flex items-center gap-2">
      <Code>{CcnId}</Code>
      <Owner uin={CcnUin} />
    </span>
  );
}

/** To a form of a CCN that this network is not in yet, or of another account's. */
function AttachMenu({ type, id, taken }: NetworkInCcns & { readonly taken: ReadonlySet<string> }) {
  const t = useT();
  const scope = useScope();
  const ccns = useList(scope, 'ccn');
  const open = useOpenForm();
  const network = { InstanceType: type, InstanceId: id, InstanceRegion: scope.region };
  return (
    <Menu
      label={t('ccn.attachTo')}
      trigger={(trigger) => (
        <Button {...trigger} size="sm">
          {t('ccn.attachTo')}
        </Button>
      )}
      items={[
        ...ccns.rows
          .filter(({ CcnId }) => !taken.has(CcnId))
          .map(({ CcnId, CcnName: name }) => ({
            key: CcnId,
            label: name || CcnId,
            onSelect: () => open(paths.verb('ccn', CcnId, 'attach', scope, network)),
          })),
        { key: 'elsewhere', label: t('ccn.attachElsewhere'), onSelect: () => open(paths.form('ccn', 'attach', scope)) },
      ]}
    />
  );
}

/** Each CCN with the state of the attachment, and the ways in and out. */
export function CcnsOfNetwork({ type, id }: NetworkInCcns) {
  const t = useT();
  const { text } = useFamily('ccn');
  const attachments = useAttachments(id);
  const asked = useAskedOperation('ccn');
  const columns: readonly MemberColumn<CcnAttachment>[] = [
    { header: t('ccn.ccn'), cell: (row) => <CcnName of={row} /> },
    { header: t('ccn.state'), cell: ({ State }) => <AttachmentState state={State} /> },
    { header: t('ccn.table'), cell: ({ RouteTableName, RouteTableId }) => <bdi>{RouteTableName || RouteTableId}</bdi> },
    { header: t('ccn.description'), cell: ({ Description }) => <bdi>{Description}</bdi> },
  ];
  const detach = (row: CcnAttachment): MenuItem => ({
    key: 'detach',
    label: t(row.State === 'ACTIVE' ? 'ccn.detach' : 'ccn.withdraw'),
    icon: Unlink,
    danger: true,
    onSelect: () =>
      void asked({
        operation: 'detach',
        params: { CcnId: row.CcnId, Instances: [instanceParams(row)] },
        label: `${row.InstanceName || id} · ${row.CcnId}`,
      }),
  });
  return (
    <Card
      title={capital(text.many)}
      actions={<AttachMenu type={type} id={id} taken={new Set(attachments.rows.map(({ CcnId }) => CcnId))} />}
    >
      <MembersTable
        label={capital(text.many)}
        members={attachments}
        columns={columns}
        keyOf={({ CcnId }) => CcnId}
        nameOf={({ CcnId }) => CcnId}
        actions={(row) => [detach(row)]}
        empty={{ title: t('ccn.inNone') }}
      />
    </Card>
  );
}

/** The same among its references. */
export function CcnReferrers({ id }: Pick<NetworkInCcns, 'id'>) {
  const { text } = useFamily('ccn');
  const list = useAttachments(id);
  return (
    <section>
      <ReferrersHead what={text.many} count={list.rows.length} list={list} />
      <ul>
        {list.rows.map((row) => (
          <li key={row.CcnId} className="flex min-h-7 items-center">
            <CcnName of={row} />
          </li>
        ))}
      </ul>
    </section>
  );
}
