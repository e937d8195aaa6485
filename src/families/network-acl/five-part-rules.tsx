import { Pencil, Trash2 } from 'lucide-react';
import { Suspense, useMemo } from 'react';
import { useNavigate } from 'react-router';
import type { NetworkAcl } from '../../../catalogue/families/network-acl/index.ts';
import type { FivePartRule } from '../../../catalogue/families/network-acl/today.ts';
import type { Direction } from '../../../network/rules/rule.ts';
import { useT } from '../../i18n/index.ts';
import { useFormOrigin } from '../../kit/form-origin.ts';
import { type MemberColumn, MembersTable, OperationLink, useAskedOperation, useMembers } from '../../kit/members.tsx';
import { memberList } from '../../lib/members.ts';
import { part } from '../../lib/part.tsx';
import { useScope } from '../../lib/scope.ts';
import { paths } from '../../paths.ts';
import { Code } from '../../ui/copy.tsx';
import type { MenuItem } from '../../ui/menu.tsx';
import { Card } from '../../ui/parts.tsx';
import { Loading } from '../../ui/spinner.tsx';
import { Notice, Status } from '../../ui/status.tsx';

/** What a person calls a rule: its order and its protocol. */
export const nameOfFivePart = ({ Priority, Protocol }: FivePartRule): string => `${Priority ?? ''} ${Protocol}`.trim();

export const ruleList = memberList('network-acl', 'fivePartRules', { id: 'NetworkAclQuintupleEntryId' });
// What reasons about rules comes when there are some.
const FivePartAnswers = part(async () => (await import('./five-part-answers.tsx')).FivePartAnswers);

const wireDirection: Readonly<Record<Direction, string>> = { ingress: 'INGRESS', egress: 'EGRESS' };

const end = (...blocks: readonly (string | null | undefined)[]): string => blocks.find((block) => block) ?? '–';

/** An action that is neither is shown as the cloud says it. */
function Act({ action }: { readonly action: string }) {
  const t = useT();
  if (action === 'ACCEPT') return <Status meaning="good">{t('networkAcl.allow')}</Status>;
  if (action === 'DROP') return <Status meaning="danger">{t('networkAcl.deny')}</Status>;
  return <Status meaning="neutral">{action}</Status>;
}

/** The rules of an ACL whose rules name both ends and both ports: today's cloud lists, adds and deletes each by itself. */
export function FivePartRules({ acl }: { readonly acl: NetworkAcl }) {
  const t = useT();
  const { networkAclId: NetworkAclId } = acl;
  const rules = useMembers(
    ruleList,
    useMemo(() => ({ NetworkAclId }), [NetworkAclId]),
  );
  const asked = useAskedOperation('network-acl');
  const scope = useScope();
  const origin = useFormOrigin();
  const navigate = useNavigate();
  const columns: readonly MemberColumn<FivePartRule>[] = [
    { header: t('networkAcl.order'), cell: ({ Priority }) => Priority ?? '–' },
    { header: t('networkAcl.action'), cell: ({ Action }) => <Act action={Action} /> },
    { header: t('networkAcl.protocol'), cell: ({ Protocol }) => Protocol },
    { header: t('networkAcl.source'), cell: (rule) => <Code>{end(rule.SourceCidr, rule.SourceIPv6Cidr)}</Code> },
    { header: t('networkAcl.sourcePort'), cell: ({ SourcePort }) => <code>{end(SourcePort)}</code> },
    { header: t('networkAcl.destination'), cell: (rule) => <Code>{end(rule.DestinationCidr, rule.DestinationIPv6Cidr)}</Code> },
    { header: t('networkAcl.destinationPort'), cell: ({ DestinationPort }) => <code>{end(DestinationPort)}</code> },
    { header: t('networkAcl.remark'), cell: ({ Description }) => <bdi>{Description}</bdi> },
  ];
  const actionsIn =
    (direction: Direction) =>
    (rule: FivePartRule): readonly MenuItem[] => [
      {
        key: 'edit',
        label: t('networkAcl.editRule'),
        icon: Pencil,
        onSelect: () =>
          navigate(paths.verb('network-acl', NetworkAclId, 'changeFivePartRules', scope, { rule: rule.NetworkAclQuintupleEntryId }), {
            state: origin,
          }),
      },
      {
        key: 'delete',
        label: t('networkAcl.deleteRule'),
        icon: Trash2,
        danger: true,
        onSelect: () => {
          const { NetworkAclQuintupleEntryId } = rule;
          const gone = { [direction === 'ingress' ? 'Ingress' : 'Egress']: [{ NetworkAclQuintupleEntryId }] };
          void asked({
            operation: 'deleteFivePartRules',
            params: { NetworkAclId, NetworkAclQuintupleSet: gone },
            label: nameOfFivePart(rule),
          });
        },
      },
    ];
  return (
    <>
      {(['ingress', 'egress'] as const).map((direction) => {
        const title = t(direction === 'ingress' ? 'networkAcl.inboundRules' : 'networkAcl.outboundRules');
        const rows = rules.rows.filter(({ NetworkAclDirection }) => NetworkAclDirection === wireDirection[direction]);
        return (
          <Card
            key={direction}
            flush
            title={title}
            actions={<OperationLink family="network-acl" id={NetworkAclId} operation="addFivePartRules" />}
          >
            <MembersTable
              label={title}
              members={{ ...rules, rows }}
              columns={columns}
              keyOf={(rule) => rule.NetworkAclQuintupleEntryId}
              nameOf={nameOfFivePart}
              actions={actionsIn(direction)}
              empty={{ title: t('networkAcl.noFivePartRules') }}
            />
          </Card>
        );
      })}
      <Notice meaning="neutral" title={t('networkAcl.fixedRule')} />
      {rules.complete && rules.unreadable.length === 0 && rules.rows.length > 0 && (
        <Suspense fallback={<Loading />}>
          <FivePartAnswers rules={rules.rows} />
        </Suspense>
      )}
      <Notice meaning="neutral" title={t('networkAcl.stateless')} />
    </>
  );
}
