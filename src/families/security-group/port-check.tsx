import { type FormEvent, useState } from 'react';
import { familyOfText, parseIp } from '../../../network/addresses/ip.ts';
import type { Packet } from '../../../network/packets/packet-set.ts';
import type { Protocol } from '../../../network/packets/services.ts';
import { answerOf } from '../../../network/rule-sets/consequences.ts';
import { directions, hasPort, type Rule } from '../../../network/rule-sets/rule-set.ts';
import type { Direction } from '../../../network/rules/rule.ts';
import { useT } from '../../i18n/index.ts';
import { meaningOfAnswer, packetText, titleOfAnswer } from '../../kit/rules/consequences.tsx';
import type { RuleReferences } from '../../kit/rules/use-references.ts';
import { Button } from '../../ui/button.tsx';
import { Select } from '../../ui/choice.tsx';
import { TextInput } from '../../ui/input.tsx';
import { Card } from '../../ui/parts.tsx';
import { Notice } from '../../ui/status.tsx';

/** A rule with the group that it is in, and its place there. */
export interface PlacedRule {
  readonly group: string;
  readonly index: number;
  readonly rule: Rule;
}

export type PlacedRules = Readonly<Record<Direction, readonly PlacedRule[]>>;

/** What packets to or from the address can be of. */
const protocolsOf = (address: string): readonly Protocol[] =>
  familyOfText(address) === 'IPv6' ? ['TCP', 'UDP', 'ICMPv6', 'GRE'] : ['TCP', 'UDP', 'ICMP', 'GRE'];

interface PortCheckProps {
  readonly effective: PlacedRules;
  readonly known: RuleReferences;
  /** All groups' rules were read. */
  readonly complete: boolean;
}

/** "Can 203.0.113.7 reach tcp/22?", answered with the rule that decides. */
export function PortCheck({ effective, known, complete }: PortCheckProps) {
  const t = useT();
  const [direction, setDirection] = useState<Direction>('ingress');
  const [address, setAddress] = useState('');
  const [chosen, setProtocol] = useState<Protocol>('TCP');
  const protocols = protocolsOf(address);
  // ICMP of the other family is what is meant once the address says which.
  const protocol = protocols.includes(chosen) ? chosen : familyOfText(address) === 'IPv6' ? 'ICMPv6' : 'ICMP';
  const [port, setPort] = useState('22');
  const [asked, setAsked] = useState<{ readonly direction: Direction; readonly packet: Packet } | null>(null);
  const goodPort = !hasPort(protocol) || (/^\d{1,5}$/.test(port) && Number(port) <= 65535);
  const reason = parseIp(address.trim()) === null ? t('securityGroup.addressFirst') : goodPort ? undefined : t('rules.fault.port-wrong');
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
          aria-label={t('rules.direction')}
          className="w-auto"
          value={direction}
          onChange={setDirection}
          options={directions.map((way) => ({
            value: way,
            label: t(way === 'ingress' ? 'securityGroup.canReachFrom' : 'securityGroup.canReachTo'),
          }))}
        />
        <TextInput
          aria-label={t('securityGroup.remoteAddress')}
          mono
          value={address}
          onChange={setAddress}
          placeholder="203.0.113.7"
          className="max-w-56"
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
  const where = (one: PlacedRule): string => t('securityGroup.ruleOf', { n: one.index + 1, group: known.nameOf(one.group) });
  const words = by ? t('securityGroup.byRuleOf', { rule: where(by) }) : t('rules.byNone');
  const unsure = answer.unsure.flatMap((at) => (rules[at] ? [where(rules[at])] : []));
  return (
    <div className="mt-3">
      <Notice
        live
        meaning={complete ? meaningOfAnswer(answer) : 'warning'}
        title={t(titleOfAnswer(answer), { packet: packetText(packet), by: words })}
      >
        {unsure.length > 0 && <p>{t('rules.answerUnsure', { rules: unsure.join(', ') })}</p>}
        <p>{t('securityGroup.onlyGroups')}</p>
      </Notice>
    </div>
  );
}
