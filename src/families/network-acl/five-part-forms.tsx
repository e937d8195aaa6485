/** A rule of five parts, changed in place: what it says is replaced, and its priority stays. */
import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import type { FivePartRule } from '../../../catalogue/families/network-acl/today.ts';
import { familyOfText } from '../../../network/addresses/ip.ts';
import { readRange } from '../../../network/addresses/ranges.ts';
import { readPorts } from '../../../network/rules/rule.ts';
import { useT } from '../../i18n/index.ts';
import { paramValues } from '../../kit/form/param-values.ts';
import type { FieldControlProps } from '../../kit/form/types.ts';
import { VerbForm } from '../../kit/form/verb-form.tsx';
import { useMembers, useReadMembers } from '../../kit/members.tsx';
import { useLabelsOf } from '../../kit/words.ts';
import type { FormValues } from '../../lib/form.ts';
import { Select } from '../../ui/choice.tsx';
import { Field } from '../../ui/field.tsx';
import { TextInput } from '../../ui/input.tsx';
import { Loading } from '../../ui/spinner.tsx';
import { Notice } from '../../ui/status.tsx';
import { nameOfFivePart, ruleList } from './five-part-rules.tsx';

const hasPorts = (protocol: unknown): boolean => /^(tcp|udp)$/i.test(String(protocol));

const text = (value: unknown): string => String(value ?? '').trim();

/** The listed rule as the API takes it: what only answers have stays out, and what nobody knows stays in. */
function asSent({ CreateTime: _, NetworkAclDirection: __, ...rule }: FivePartRule): FormValues {
  return Object.fromEntries(Object.entries(rule).filter(([, value]) => value !== null && value !== ''));
}

const directionOf = ({ NetworkAclDirection }: FivePartRule): 'Ingress' | 'Egress' =>
  NetworkAclDirection === 'EGRESS' ? 'Egress' : 'Ingress';

/** The one rule in the place where the call takes several of both directions. */
function ruleIn(value: unknown): { readonly direction: 'Ingress' | 'Egress'; readonly rule: FormValues } {
  const sets = (value ?? {}) as Readonly<Partial<Record<'Ingress' | 'Egress', readonly FormValues[]>>>;
  const direction = sets.Egress ? 'Egress' : 'Ingress';
  return { direction, rule: sets[direction]?.[0] ?? {} };
}

/** The URL says which rule (`rule`). */
export function EditFivePartRule({ id }: { readonly id: string }) {
  const t = useT();
  const [search] = useSearchParams();
  const wanted = search.get('rule') ?? '';
  const where = useMemo(() => ({ NetworkAclId: id }), [id]);
  const rules = useMembers(ruleList, where);
  const read = useReadMembers(ruleList, where);
  const own = rules.rows.find(({ NetworkAclQuintupleEntryId }) => NetworkAclQuintupleEntryId === wanted);
  const check = useRuleCheck();
  if (!own) return rules.complete ? <Notice meaning="neutral" title={t('networkAcl.ruleGone', { id: wanted })} /> : <Loading />;
  return (
    <VerbForm
      edits
      family="network-acl"
      operation="changeFivePartRules"
      id={id}
      about={nameOfFivePart(own)}
      fields={['NetworkAclQuintupleSet']}
      initialFrom={() => paramValues({ NetworkAclQuintupleSet: { [directionOf(own)]: [asSent(own)] } })}
      precondition={{
        shown: () => ({ [wanted]: JSON.stringify(asSent(own)) }),
        read: async () => {
          const now = (await read()).find(({ NetworkAclQuintupleEntryId }) => NetworkAclQuintupleEntryId === wanted);
          return { [wanted]: now ? JSON.stringify(asSent(now)) : null };
        },
      }}
      components={{ NetworkAclQuintupleSet: RuleFields }}
      check={({ NetworkAclQuintupleSet }) => {
        const message = check(ruleIn(NetworkAclQuintupleSet).rule);
        return message === null ? [] : [{ path: 'NetworkAclQuintupleSet', message }];
      }}
    />
  );
}

/** What is wrong with a rule that a person entered; null: nothing. */
function useRuleCheck(): (rule: FormValues) => string | null {
  const t = useT();
  return (rule) => {
    const ends = ['Source', 'Destination'].map((end) => text(rule[`${end}IPv6Cidr`]) || text(rule[`${end}Cidr`]));
    const wrong = ends.find((one) => readRange(one) === null);
    if (wrong !== undefined) return t('networkAcl.endWrong', { text: wrong });
    if (new Set(ends.map(familyOfText)).size > 1) return t('networkAcl.endsDiffer');
    const ports = hasPorts(rule.Protocol) ? [text(rule.SourcePort), text(rule.DestinationPort)] : [];
    const badPort = ports.find((one) => readPorts(one) === null);
    return badPort === undefined ? null : t('networkAcl.portWrong', { text: badPort });
  };
}

/** A value that the cloud told stays to be chosen, whatever it is. */
const choices = (known: readonly string[], told: string) =>
  [...new Set([...known, ...(told === '' ? [] : [told])])].map((value) => ({ value, label: value }));

function RuleFields({ value, onChange }: FieldControlProps) {
  const t = useT();
  const { label, words } = useRuleWords();
  const { direction, rule } = ruleIn(value);
  const put = (changes: FormValues) => {
    const { SourcePort = 'ALL', DestinationPort = 'ALL', ...next }: FormValues = { ...rule, ...changes };
    onChange({ [direction]: [hasPorts(next.Protocol) ? { ...next, SourcePort, DestinationPort } : next] });
  };
  const end = (name: 'Source' | 'Destination', title: string) => (
    <Field label={title} name={`${name}Cidr`} required>
      {(ids) => (
        <TextInput
          {...ids}
          mono
          value={text(rule[`${name}IPv6Cidr`]) || text(rule[`${name}Cidr`])}
          onChange={(typed) => {
            const [own, other] = typed.includes(':') ? [`${name}IPv6Cidr`, `${name}Cidr`] : [`${name}Cidr`, `${name}IPv6Cidr`];
            put({ [own]: typed, [other]: undefined });
          }}
        />
      )}
    </Field>
  );
  const port = (name: 'SourcePort' | 'DestinationPort', title: string) =>
    hasPorts(rule.Protocol) && (
      <Field label={title} name={name} required>
        {(ids) => <TextInput {...ids} mono value={text(rule[name] ?? 'ALL')} onChange={(typed) => put({ [name]: typed })} />}
      </Field>
    );
  return (
    <div className="flex flex-col gap-4">
      <Field label={t('networkAcl.action')} name="Action" required>
        {(ids) => (
          <Select
            {...ids}
            value={text(rule.Action)}
            onChange={(Action) => put({ Action })}
            options={choices(['ACCEPT', 'DROP'], text(rule.Action)).map((one) => ({ ...one, label: words(one.value) }))}
          />
        )}
      </Field>
      <Field label={t('networkAcl.protocol')} name="Protocol" required>
        {(ids) => (
          <Select
            {...ids}
            value={text(rule.Protocol)}
            onChange={(Protocol) => put({ Protocol })}
            options={choices(['TCP', 'UDP', 'ICMP', 'ALL'], text(rule.Protocol))}
          />
        )}
      </Field>
      {end('Source', t('networkAcl.source'))}
      {port('SourcePort', t('networkAcl.sourcePort'))}
      {end('Destination', t('networkAcl.destination'))}
      {port('DestinationPort', t('networkAcl.destinationPort'))}
      <Field label={label('Description')} name="Description">
        {(ids) => <TextInput {...ids} value={String(rule.Description ?? '')} onChange={(Description) => put({ Description })} />}
      </Field>
    </div>
  );
}

function useRuleWords() {
  const t = useT();
  const label = useLabelsOf('network-acl', 'fivePartRules');
  const words = (action: string): string =>
    action === 'ACCEPT' ? t('networkAcl.allow') : action === 'DROP' ? t('networkAcl.deny') : action;
  return { label, words };
}
