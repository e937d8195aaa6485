import type { Packet } from '../../../network/packets/packet-set.ts';
import { answerOf, packetIn } from '../../../network/rule-sets/consequences.ts';
import type { DraftRow } from '../../../network/rule-sets/draft.ts';
import { isCarried, type Rule } from '../../../network/rule-sets/rule-set.ts';
import { ruleText } from '../../../network/rule-sets/text.ts';
import type { Answer } from '../../../network/rules/decide.ts';
import { useT } from '../../i18n/index.ts';
import { Notice } from '../../ui/status.tsx';
import { meaningOfAnswer, packetText, titleOfAnswer } from './consequences.tsx';
import { remoteLabel, serviceLabel } from './suggestions.ts';
import type { RuleReferences } from './use-references.ts';

export interface PacketAnswer extends Answer {
  readonly packet: Packet;
  /** Of the row that answers. */
  readonly id: string | null;
}

/** The rows that hold a text; or all of them with the one that answers, where the text is a packet. */
export function searchRules(
  rows: readonly DraftRow[],
  query: string,
  known: RuleReferences,
  isReadable: (row: DraftRow) => boolean,
): { readonly shown: readonly DraftRow[]; readonly answer: PacketAnswer | null } {
  const text = query.trim().toLowerCase();
  if (text === '') return { shown: rows, answer: null };
  const packet = packetIn(text);
  if (packet) {
    const readable = rows.filter(isReadable);
    const answer = answerOf(
      readable.map(({ rule }) => rule),
      packet,
      known.references,
    );
    const row = answer.rule === null ? undefined : readable[answer.rule];
    const place = (at: number): number => rows.indexOf(readable[at] as DraftRow);
    return {
      shown: rows,
      answer: { ...answer, packet, id: row?.id ?? null, rule: row ? rows.indexOf(row) : null, unsure: answer.unsure.map(place) },
    };
  }
  const shown = rows.filter(({ rule }) => textsOf(rule, known).some((part) => part.toLowerCase().includes(text)));
  return { shown, answer: null };
}

const textsOf = (rule: Rule, known: RuleReferences): string[] =>
  isCarried(rule) ? [ruleText(rule)] : [ruleText(rule), serviceLabel(rule.service, known), remoteLabel(rule.remote, known)];

/** What the rules answer to a packet, and which of them. */
export function AnswerBanner({ answer }: { readonly answer: PacketAnswer }) {
  const t = useT();
  return (
    <Notice
      live
      meaning={meaningOfAnswer(answer)}
      title={t(titleOfAnswer(answer), {
        packet: packetText(answer.packet),
        by: answer.rule === null ? t('rules.byNone') : t('rules.byRule', { n: answer.rule + 1 }),
      })}
    >
      {answer.unsure.length > 0 && t('rules.answerUnsure', { rules: answer.unsure.map((at) => at + 1).join(', ') })}
    </Notice>
  );
}
