import { Pencil } from 'lucide-react';
import { useMemo } from 'react';
import { useNavigate } from 'react-router';
import type { NetworkAcl } from '../../../catalogue/families/network-acl/index.ts';
import { engineRules } from '../../../network/rule-sets/acl-answers.ts';
import { entriesOf } from '../../../network/rule-sets/acl-entries.ts';
import { descriptionOf, hasPort, isCarried, type KnownRule, type Rule } from '../../../network/rule-sets/rule-set.ts';
import { remoteText } from '../../../network/rule-sets/text.ts';
import type { Direction } from '../../../network/rules/rule.ts';
import { type ShadowedRule, shadowedRules } from '../../../network/rules/shadow.ts';
import { useFormats, useT } from '../../i18n/index.ts';
import { CarriedWords } from '../../kit/rules/words.tsx';
import { useScope } from '../../lib/scope.ts';
import { paths } from '../../paths.ts';
import { Button } from '../../ui/button.tsx';
import { Code } from '../../ui/copy.tsx';
import { Card } from '../../ui/parts.tsx';
import { Notice, Status } from '../../ui/status.tsx';

/** As the action names them: 1 is inbound (10756). */
const directionNumber: Readonly<Record<Direction, 0 | 1>> = { ingress: 1, egress: 0 };

/** The rules of one direction, in the order they are tried, and the fixed one that ends them. */
export function RulesCard({ acl, direction }: { readonly acl: NetworkAcl; readonly direction: Direction }) {
  const t = useT();
  const scope = useScope();
  const navigate = useNavigate();
  const { networkAclEntrySet } = acl;
  const rules = useMemo(() => entriesOf({ networkAclEntrySet })[direction], [networkAclEntrySet, direction]);
  const inbound = direction === 'ingress';
  const { covered, readable } = useMemo(() => {
    const read = engineRules(rules);
    return { covered: new Map(read ? shadowedRules(read).map((one) => [one.rule, one]) : []), readable: read !== null };
  }, [rules]);
  const title = t(inbound ? 'networkAcl.inboundRules' : 'networkAcl.outboundRules');
  const edit = (): void =>
    void navigate(
      paths.detail('network-acl', acl.networkAclId, scope, 'rules', inbound ? {} : { ruleDirection: directionNumber[direction] }),
    );
  return (
    <Card
      flush
      title={title}
      actions={
        <Button size="sm" icon={<Pencil aria-hidden="true" className="size-4" />} onClick={edit}>
          {t(inbound ? 'networkAcl.editInbound' : 'networkAcl.editOutbound')}
        </Button>
      }
    >
      {!readable && (
        <div className="p-4">
          <Notice meaning="warning" title={t('networkAcl.unreadable')} />
        </div>
      )}
      <div className="table-scroll rounded-t-none border-0">
        <table aria-label={title} className="grid-table stack-narrow">
          <thead>
            <tr>
              <th scope="col">{t('networkAcl.order')}</th>
              <th scope="col">{t('networkAcl.action')}</th>
              <th scope="col">{t('networkAcl.protocol')}</th>
              <th scope="col">{t('networkAcl.port')}</th>
              <th scope="col">{t(inbound ? 'networkAcl.from' : 'networkAcl.to')}</th>
              <th scope="col" className="w-full">
                {t('networkAcl.remark')}
              </th>
            </tr>
          </thead>
          <tbody>
            {rules.map((rule, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a rule is its place in the list, and has no other name
              <RuleRow key={index} rule={rule} number={index + 1} covered={covered.get(index)} />
            ))}
            <tr>
              <td className="text-muted">{t('networkAcl.last')}</td>
              <td>
                <Act allow={false} />
              </td>
              <td>{t('networkAcl.allPorts')}</td>
              <td>{t('networkAcl.allPorts')}</td>
              <td>
                <Code>0.0.0.0/0</Code>
              </td>
              <td className="min-w-60 whitespace-normal! text-muted">{t('networkAcl.fixedRule')}</td>
            </tr>
          </tbody>
        </table>
      </div>
    </Card>
  );
}

const Act = ({ allow }: { readonly allow: boolean }) => {
  const t = useT();
  return <Status meaning={allow ? 'good' : 'danger'}>{t(allow ? 'networkAcl.allow' : 'networkAcl.deny')}</Status>;
};

interface RuleRowProps {
  readonly rule: Rule;
  readonly number: number;
  readonly covered: ShadowedRule | undefined;
}

function RuleRow({ rule, number, covered }: RuleRowProps) {
  const t = useT();
  const formats = useFormats();
  const names = covered && formats.list(covered.by.map((at) => t('networkAcl.ruleNumber', { n: at + 1 })));
  return (
    <tr>
      <td>{number}</td>
      {isCarried(rule) ? (
        <td colSpan={4} className="max-w-120">
          <CarriedWords rule={rule} />
        </td>
      ) : (
        <KnownCells rule={rule} />
      )}
      <td className="min-w-60 whitespace-normal! py-1">
        <bdi>{descriptionOf(rule)}</bdi>
        {names !== undefined && (
          <span className="block text-warning">
            {t(covered?.changesAction ? 'networkAcl.shadowedOther' : 'networkAcl.shadowed', { rules: names })}
          </span>
        )}
      </td>
    </tr>
  );
}

function KnownCells({ rule: { action, service, remote } }: { readonly rule: KnownRule }) {
  const t = useT();
  const [protocol, port] = service.kind === 'ports' ? [service.protocol, service.port] : ['ALL' as const, 'ALL'];
  return (
    <>
      <td>
        <Act allow={action === 'ACCEPT'} />
      </td>
      <td>{protocol === 'ALL' ? t('networkAcl.allPorts') : protocol}</td>
      <td className="font-mono">{!hasPort(protocol) || port === 'ALL' ? t('networkAcl.allPorts') : port}</td>
      <td>
        <Code>{remoteText(remote)}</Code>
      </td>
    </>
  );
}
