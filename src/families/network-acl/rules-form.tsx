/** All rules of one direction, edited as the list that they are. */
import { useSearchParams } from 'react-router';
import type { AclRule, NetworkAcl } from '../../../catalogue/families/network-acl.ts';
import { difference, isEmpty, type Rule, subtract } from '../../../network/index.ts';
import { useT } from '../../i18n/index.ts';
import { OnePanel } from '../../kit/form/one-panel.tsx';
import { VerbForm } from '../../kit/form/verb-form.tsx';
import { useFamily } from '../../kit/words.ts';
import { Badge, Notice } from '../../ui/status.tsx';
import { inVpc } from './forms.tsx';
import { RuleRows } from './rule-rows.tsx';
import { type EnteredRule, lostAnswers, readRules } from './rules.ts';
import { useTraffic } from './words.tsx';

export function ReplaceRules({ id }: { readonly id: string }) {
  const t = useT();
  const [search] = useSearchParams();
  const { text } = useFamily('network-acl');
  const inbound = search.get('ruleDirection') !== '0';
  const direction = inbound ? 'ingress' : 'egress';
  return (
    <OnePanel<NetworkAcl> family="network-acl" id={id}>
      {(acl) => (
        <VerbForm<NetworkAcl>
          family="network-acl"
          operation="replaceEntries"
          id={id}
          stands={(row) => ({ [direction]: row.networkAclEntrySet[direction] })}
          title={
            <bdi>{`${text.actions['vpc2017:ModifyNetworkAclEntry']?.title}: ${acl.networkAclName} · ${t(inbound ? 'networkAcl.inbound' : 'networkAcl.outbound')}`}</bdi>
          }
          also={(row) => ({ ...inVpc(row), ruleDirection: inbound ? 1 : 0 })}
          from={(row) => ({ networkAclEntrySet: withGiven(row.networkAclEntrySet[direction].map(entered), search) })}
          components={{ networkAclEntrySet: RuleRows }}
          check={({ networkAclEntrySet }) =>
            entriesOf(networkAclEntrySet).length > 0 ? [] : [{ path: 'networkAclEntrySet', message: t('networkAcl.edit.none') }]
          }
          note={({ values }) => <Effects acl={acl} inbound={inbound} entries={entriesOf(values.networkAclEntrySet)} />}
          done={() => t('networkAcl.edit.done', { name: acl.networkAclName })}
        />
      )}
    </OnePanel>
  );
}

/** A listed rule in the spelling of the form's choices. */
const entered = (rule: AclRule): EnteredRule => ({ ...rule, ipProtocol: rule.ipProtocol.toLowerCase(), action: String(rule.action) });

/** The rules with the one that the address proposes (by the API's names), before the place it names or at the end. */
export function withGiven(rules: readonly EnteredRule[], search: URLSearchParams): readonly EnteredRule[] {
  const [ipProtocol, cidrIp] = [search.get('ipProtocol'), search.get('cidrIp')];
  if (ipProtocol === null || cidrIp === null) return rules;
  const before = Number(search.get('before') ?? rules.length);
  const given: EnteredRule = {
    ipProtocol: ipProtocol.toLowerCase(),
    cidrIp,
    portRange: search.get('portRange') ?? 'ALL',
    action: '1',
    desc: '',
  };
  return rules.toSpliced(Number.isInteger(before) ? before : rules.length, 0, given);
}

const entriesOf = (value: unknown): readonly EnteredRule[] => (Array.isArray(value) ? (value as EnteredRule[]) : []);

interface EffectsProps {
  readonly acl: NetworkAcl;
  readonly inbound: boolean;
  readonly entries: readonly EnteredRule[];
}

const shown = 6;

/** What the entered rules let through that the present ones do not, and the reverse; and answers that do not get back. */
function Effects({ acl, inbound, entries }: EffectsProps) {
  const t = useT();
  const traffic = useTraffic();
  const present = readRules(acl.networkAclEntrySet[inbound ? 'ingress' : 'egress']);
  const next = readRules(entries);
  const back = readRules(acl.networkAclEntrySet[inbound ? 'egress' : 'ingress']);
  if (!present || !next) return null;
  const changes = difference(present, next);
  return (
    <div className="flex flex-col gap-3">
      {changes.length === 0 ? (
        <Notice meaning="neutral" title={t('networkAcl.edit.same')} />
      ) : (
        <Notice meaning="warning" title={t('networkAcl.edit.effects')}>
          <p>{t('networkAcl.edit.subnets', { n: acl.subnetNum })}</p>
          <ul className="mt-1 flex flex-col gap-1">
            {changes.slice(0, shown).map((change, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: derived anew from what is entered
              <li key={index} className="flex items-baseline gap-2">
                <Badge meaning={change.effect === 'opens' ? 'good' : 'danger'}>
                  {t(change.effect === 'opens' ? 'networkAcl.edit.opens' : 'networkAcl.edit.closes')}
                </Badge>
                <span className="min-w-0">{traffic(change.region)}</span>
              </li>
            ))}
          </ul>
          {changes.length > shown && <p>{t('networkAcl.edit.more', { n: changes.length - shown })}</p>}
        </Notice>
      )}
      {back && (
        <>
          <Answers way="out" was={inbound ? [present, back] : [back, present]} will={inbound ? [next, back] : [back, next]} />
          <Answers way="in" was={inbound ? [back, present] : [present, back]} will={inbound ? [back, next] : [next, back]} />
        </>
      )}
    </div>
  );
}

interface AnswersProps {
  /** Which way the answers go. */
  readonly way: 'in' | 'out';
  /** The rules that let connections through, and those that let the answers back: as they are, and as they will be. */
  readonly was: readonly [Rule[], Rule[]];
  readonly will: readonly [Rule[], Rule[]];
}

/** Answers that get back now and will not any more. */
function Answers({ way, was, will }: AnswersProps) {
  const t = useT();
  const traffic = useTraffic();
  const lost = subtract(lostAnswers(...will), lostAnswers(...was));
  if (isEmpty(lost)) return null;
  const words = traffic(lost);
  return (
    <Notice meaning="danger" title={t(way === 'out' ? 'networkAcl.edit.answersOut' : 'networkAcl.edit.answersIn')}>
      {t(way === 'out' ? 'networkAcl.edit.answersOutBody' : 'networkAcl.edit.answersInBody', { traffic: words })}
    </Notice>
  );
}
