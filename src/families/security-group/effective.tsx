import { useQueries } from '@tanstack/react-query';
import { type FormEvent, useMemo, useState } from 'react';
import { parseAddress } from '../../../catalogue/address.ts';
import type { NetworkInterface } from '../../../catalogue/families/eni.ts';
import type { ResultOf } from '../../../catalogue/index.ts';
import type { Packet, Protocol } from '../../../network/index.ts';
import type { Answer } from '../../api/call.ts';
import { q, useOne } from '../../api/query.ts';
import { useT } from '../../i18n/index.ts';
import type { Parent } from '../../kit/contained.tsx';
import { ErrorPlace } from '../../kit/error-place.tsx';
import { RefLink } from '../../kit/ref.tsx';
import { usePlace } from '../../lib/place.ts';
import { Button } from '../../ui/button.tsx';
import { Select } from '../../ui/choice.tsx';
import { TextInput } from '../../ui/input.tsx';
import { Card } from '../../ui/parts.tsx';
import { Loading } from '../../ui/spinner.tsx';
import { Notice } from '../../ui/status.tsx';
import { packetText, shortWords } from './rules/consequence-words.tsx';
import { analyse, answerOf } from './rules/consequences.ts';
import { type Direction, directions, hasPort, type Rule } from './rules/model.ts';
import { versionedFrom } from './rules/read.ts';
import { type Known, useReferences } from './rules/use-references.ts';
import { ActionWord, FarWord, ServiceWord } from './rules/words.tsx';

/** A rule with the group that it is in, and its place there. */
interface Placed {
  readonly group: string;
  readonly index: number;
  readonly rule: Rule;
}

type Effective = Readonly<Record<Direction, readonly Placed[]>>;

type Rules = ResultOf<'vpc:DescribeSecurityGroupPolicies'>;

const combine = (results: readonly { readonly data: Answer<Rules> | undefined; readonly error: unknown }[]) => ({
  waiting: results.some(({ data, error }) => !data && !error),
  failed: results.some(({ error }) => error),
  sets: results.map(({ data }) => (data ? versionedFrom(data.data.SecurityGroupPolicySet) : null)),
});

/** The rules that an interface really has: those of all its groups, in the order in which they are asked. As a tab of the interface. */
export function EffectiveRules({ parent }: { readonly parent: Parent }) {
  const t = useT();
  const one = useOne<NetworkInterface>(usePlace(), 'eni', parent.id);
  if (one.loading) return <Loading />;
  if (!one.row) return one.error ? <ErrorPlace error={one.error} onRetry={one.refresh} /> : null;
  if (one.row.GroupSet.length === 0) return <Notice meaning="warning" title={t('securityGroup.noGroups')} />;
  return <OfGroups groups={one.row.GroupSet} />;
}

function OfGroups({ groups }: { readonly groups: readonly string[] }) {
  const t = useT();
  const place = usePlace();
  const { waiting, failed, sets } = useQueries({
    queries: groups.map((id) => q(place, 'vpc:DescribeSecurityGroupPolicies', { SecurityGroupId: id })),
    combine,
  });
  const effective = useMemo((): Effective => {
    const of = (direction: Direction): Placed[] =>
      groups.flatMap((group, at) => (sets[at]?.[direction] ?? []).map((rule, index): Placed => ({ group, index, rule })));
    return { ingress: of('ingress'), egress: of('egress') };
  }, [groups, sets]);
  const named = [
    ...new Set(directions.flatMap((way) => effective[way].flatMap(({ rule }) => (rule.far.kind === 'group' ? [rule.far.id] : [])))),
  ].join(' ');
  const known = useReferences(useMemo(() => (named === '' ? [] : named.split(' ')), [named]));
  if (waiting) return <Loading />;
  return (
    <>
      {failed && <Notice meaning="warning" title={t('securityGroup.someUnread')} />}
      <PortCheck effective={effective} known={known} complete={!failed} />
      {directions.map((direction) => (
        <EffectiveTable key={direction} direction={direction} rules={effective[direction]} known={known} />
      ))}
    </>
  );
}

const protocols: readonly Protocol[] = ['TCP', 'UDP', 'ICMP', 'GRE'];

interface PortCheckProps {
  readonly effective: Effective;
  readonly known: Known;
  /** All groups' rules were read. */
  readonly complete: boolean;
}

/** "Can 203.0.113.7 reach tcp/22?", answered with the rule that decides. */
function PortCheck({ effective, known, complete }: PortCheckProps) {
  const t = useT();
  const [direction, setDirection] = useState<Direction>('ingress');
  const [address, setAddress] = useState('');
  const [protocol, setProtocol] = useState<Protocol>('TCP');
  const [port, setPort] = useState('22');
  const [asked, setAsked] = useState<{ readonly direction: Direction; readonly packet: Packet } | null>(null);
  const goodPort = !hasPort(protocol) || (/^\d{1,5}$/.test(port) && Number(port) <= 65535);
  const reason =
    parseAddress(address.trim()) === null ? t('securityGroup.addressFirst') : goodPort ? undefined : t('securityGroup.fault.port-wrong');
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (reason === undefined) {
      setAsked({ direction, packet: { protocol, address: address.trim(), ...(hasPort(protocol) ? { port: Number(port) } : {}) } });
    }
  };
  return (
    <Card title={t('securityGroup.portCheck')}>
      <form onSubmit={submit} className="flex flex-wrap items-center gap-2">
        <Select
          aria-label={t('securityGroup.direction')}
          className="w-auto"
          value={direction}
          onChange={setDirection}
          options={directions.map((way) => ({
            value: way,
            label: t(way === 'ingress' ? 'securityGroup.canReachFrom' : 'securityGroup.canReachTo'),
          }))}
        />
        <TextInput
          aria-label={t('securityGroup.farAddress')}
          mono
          value={address}
          onChange={setAddress}
          placeholder="203.0.113.7"
          className="max-w-44"
        />
        <Select
          aria-label={t('securityGroup.protocol')}
          className="w-24"
          value={protocol}
          onChange={setProtocol}
          options={protocols.map((value) => ({ value, label: value }))}
        />
        {hasPort(protocol) && (
          <TextInput aria-label={t('securityGroup.port')} inputMode="numeric" value={port} onChange={setPort} className="max-w-20" />
        )}
        <Button type="submit" variant="primary" disabledReason={reason}>
          {t('securityGroup.check')}
        </Button>
      </form>
      {asked && <Verdict {...asked} effective={effective} known={known} complete={complete} />}
    </Card>
  );
}

function Verdict({
  direction,
  packet,
  effective,
  known,
  complete,
}: PortCheckProps & { readonly direction: Direction; readonly packet: Packet }) {
  const t = useT();
  const rules = effective[direction];
  const answer = answerOf(
    rules.map(({ rule }) => rule),
    packet,
    known.references,
  );
  const by = answer.rule === null ? undefined : rules[answer.rule];
  const where = (one: Placed): string => t('securityGroup.ruleOf', { n: one.index + 1, group: known.nameOf(one.group) });
  const words = by ? t('securityGroup.byRuleOf', { rule: where(by) }) : t('securityGroup.byNone');
  const unsure = answer.unsure.flatMap((at) => (rules[at] ? [where(rules[at])] : []));
  const allowed = answer.action === 'ACCEPT';
  return (
    <div className="mt-3">
      <Notice
        live
        meaning={unsure.length > 0 || !complete ? 'warning' : allowed ? 'good' : 'danger'}
        title={t(allowed ? 'securityGroup.answerAllowed' : 'securityGroup.answerDropped', { packet: packetText(packet), by: words })}
      >
        {unsure.length > 0 && <p>{t('securityGroup.answerUnsure', { rules: unsure.join(', ') })}</p>}
        <p>{t('securityGroup.onlyGroups')}</p>
      </Notice>
    </div>
  );
}

interface EffectiveTableProps {
  readonly direction: Direction;
  readonly rules: readonly Placed[];
  readonly known: Known;
}

function EffectiveTable({ direction, rules, known }: EffectiveTableProps) {
  const t = useT();
  const { of } = useMemo(
    () =>
      analyse(
        direction,
        rules.map(({ rule }) => rule),
        known.references,
      ),
    [direction, rules, known.references],
  );
  return (
    <Card flush title={`${t(`securityGroup.${direction}`)} (${rules.length})`}>
      {rules.length === 0 && <p className="px-4 py-3 text-muted">{t('securityGroup.noRules')}</p>}
      {rules.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        <section className="overflow-x-auto" tabIndex={0} aria-label={t(`securityGroup.${direction}`)}>
          <table className="grid-table" aria-label={t(`securityGroup.${direction}`)}>
            <thead>
              <tr>
                <th scope="col" data-align="end">
                  #
                </th>
                <th scope="col">{t('securityGroup.ofGroup')}</th>
                <th scope="col">{t('securityGroup.action')}</th>
                <th scope="col">{t('securityGroup.service')}</th>
                <th scope="col">{t(direction === 'ingress' ? 'securityGroup.source' : 'securityGroup.destination')}</th>
                <th scope="col">{t('securityGroup.description')}</th>
                <th scope="col">{t('securityGroup.consequences')}</th>
              </tr>
            </thead>
            <tbody>
              {rules.map(({ group, index, rule }, at) => (
                <tr key={`${group} ${index}`}>
                  <td data-align="end" className="text-muted">
                    {at + 1}
                  </td>
                  <td>
                    <RefLink family="security-group" id={group} name={known.nameOf(group)} />{' '}
                    <span className="text-muted">{index + 1}</span>
                  </td>
                  <td>
                    <ActionWord action={rule.action} />
                  </td>
                  <td>
                    <ServiceWord service={rule.service} />
                  </td>
                  <td>
                    <FarWord far={rule.far} />
                  </td>
                  <td className="max-w-60 truncate" title={rule.description}>
                    <bdi>{rule.description}</bdi>
                  </td>
                  <td className="text-muted">
                    {(of[at] ?? [])
                      .filter(({ kind }) => kind !== 'same')
                      .slice(0, 1)
                      .map((one) => shortWords(one, t))}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </Card>
  );
}
