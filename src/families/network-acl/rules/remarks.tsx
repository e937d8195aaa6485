/** Answers that get lost: an ACL keeps no connections, so each direction needs the other's answers let through. */
import { useCallback } from 'react';
import { rangeText } from '../../../../network/addresses/ranges.ts';
import { blocksOfRun } from '../../../../network/model/space.ts';
import { type Box, isEmpty, type PacketSet, subtract } from '../../../../network/packets/packet-set.ts';
import { protocolsOf } from '../../../../network/packets/services.ts';
import { engineRules, lostAnswers } from '../../../../network/rule-sets/acl-answers.ts';
import { isCarried, type RuleSet, sameSet } from '../../../../network/rule-sets/rule-set.ts';
import type { Slices } from '../../../../network/rules/slices.ts';
import { useFormats, useT } from '../../../i18n/index.ts';
import { useSlices } from '../../../lib/use-slices.ts';
import { Notice } from '../../../ui/status.tsx';

/** What is lost each way: answers that do not get out, and that do not get in; null where a rule is not understood. */
function* lostIn(rules: RuleSet): Slices<LostPackets> {
  const [ingress, egress] = [engineRules(rules.ingress), engineRules(rules.egress)];
  return ingress && egress ? { out: yield* lostAnswers(ingress, egress), in: yield* lostAnswers(egress, ingress) } : null;
}

/** What is lost now and what will be. */
function* lostNowAndThen(live: RuleSet, wanted: RuleSet): Slices<{ readonly was: LostPackets; readonly will: LostPackets }> {
  return { was: yield* lostIn(live), will: yield* lostIn(wanted) };
}

type LostPackets = { readonly out: PacketSet; readonly in: PacketSet } | null;

/** Answers that get back now and will not any more. Of rules that are not understood nothing is said for certain. */
export function Answers({ live, wanted }: { readonly live: RuleSet; readonly wanted: RuleSet }) {
  const t = useT();
  const traffic = useTraffic();
  const lost = useSlices(useCallback(() => lostNowAndThen(live, wanted), [live, wanted]));
  if (sameSet(live, wanted) || lost === null) return null;
  const { was, will } = lost;
  const unread = [live, wanted].some(({ ingress, egress }) => [...ingress, ...egress].some(isCarried));
  // A rule that is still being written says nothing yet.
  if (!was || !will) return unread && <Notice meaning="warning" title={t('networkAcl.answersUnknown')} />;
  return (['out', 'in'] as const).map((way) => {
    const more = subtract(will[way], was[way]);
    if (isEmpty(more)) return null;
    return (
      <Notice key={way} meaning="danger" title={t(way === 'out' ? 'networkAcl.edit.answersOut' : 'networkAcl.edit.answersIn')}>
        {t(way === 'out' ? 'networkAcl.edit.answersOutBody' : 'networkAcl.edit.answersInBody', { traffic: traffic(more) })}
      </Notice>
    );
  });
}

/** Says what packets a set holds: "TCP 22, 10.0.0.0/8". */
export function useTraffic(): (set: PacketSet) => string {
  const t = useT();
  const formats = useFormats();
  const addresses = (box: Box): string => {
    const text = rangeText(box);
    if (text === '0.0.0.0/0') return t('networkAcl.traffic.anywhere');
    const [only, ...more] = box.family === 'IPv4' ? blocksOfRun(box) : [];
    return only !== undefined && more.length === 0 ? only.replace(/\/32$/, '') : text;
  };
  const what = (box: Box): string => {
    const protocols = protocolsOf(box.protocols);
    const words = protocols.length === 4 ? t('networkAcl.traffic.any') : protocols.join(', ');
    if (box.low === 0 && box.high === 65535) return words;
    const ports = box.low === box.high ? String(box.low) : `${box.low}-${box.high}`;
    return t('networkAcl.traffic.ports', { protocols: words, ports });
  };
  const shown = 3;
  return (set) => {
    const parts = set.slice(0, shown).map((box) => t('networkAcl.traffic.to', { what: what(box), addresses: addresses(box) }));
    return formats.list(set.length > shown ? [...parts, '…'] : parts);
  };
}
