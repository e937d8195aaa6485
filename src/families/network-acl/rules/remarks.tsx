/** Answers that get lost: an ACL keeps no connections, so each direction needs the other's answers let through. */
import { useMemo } from 'react';
import { isEmpty, type PacketSet, subtract } from '../../../../network/index.ts';
import { useT } from '../../../i18n/index.ts';
import { isCarried, type RuleSet, sameSet } from '../../../lib/rules/model.ts';
import { Notice } from '../../../ui/status.tsx';
import { useTraffic } from '../words.tsx';
import { engineRules, lostAnswers } from './answers.ts';

/** What is lost each way: answers that do not get out, and that do not get in; null where a rule is not understood. */
function lostIn(rules: RuleSet): { readonly out: PacketSet; readonly in: PacketSet } | null {
  const [ingress, egress] = [engineRules(rules.ingress), engineRules(rules.egress)];
  return ingress && egress ? { out: lostAnswers(ingress, egress), in: lostAnswers(egress, ingress) } : null;
}

/** Answers that get back now and will not any more. Of rules that are not understood nothing is said for certain. */
export function Answers({ live, wanted }: { readonly live: RuleSet; readonly wanted: RuleSet }) {
  const t = useT();
  const traffic = useTraffic();
  const [was, will] = useMemo(() => [lostIn(live), lostIn(wanted)], [live, wanted]);
  if (sameSet(live, wanted)) return null;
  const unread = [live, wanted].some(({ ingress, egress }) => [...ingress, ...egress].some(isCarried));
  // A rule that is still being written says nothing yet.
  if (!was || !will) return unread && <Notice meaning="warning" title={t('networkAcl.answersUnknown')} />;
  return (['out', 'in'] as const).map((way) => {
    const lost = subtract(will[way], was[way]);
    if (isEmpty(lost)) return null;
    return (
      <Notice key={way} meaning="danger" title={t(way === 'out' ? 'networkAcl.edit.answersOut' : 'networkAcl.edit.answersIn')}>
        {t(way === 'out' ? 'networkAcl.edit.answersOutBody' : 'networkAcl.edit.answersInBody', { traffic: traffic(lost) })}
      </Notice>
    );
  });
}
