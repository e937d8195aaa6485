/** Consequences in words: short beside a row, in full under the table. */
import type { Packet } from '../../../network/packets/packet-set.ts';
import type { Consequence } from '../../../network/rule-sets/consequences.ts';
import type { Rule } from '../../../network/rule-sets/rule-set.ts';
import { faultOf } from '../../../network/rule-sets/text.ts';
import type { Answer } from '../../../network/rules/decide.ts';
import { type Translate, useT } from '../../i18n/index.ts';
import { cx } from '../../ui/cx.ts';
import { type Meaning, StatusIcon } from '../../ui/status.tsx';
import { useRuleKind } from './kind.ts';

export const packetText = ({ address, protocol, port }: Packet): string =>
  `${address} ${protocol.toLowerCase()}${port === undefined ? '' : `/${port}`}`;

/** The title of an answer; it takes {packet} and {by}. */
export const titleOfAnswer = ({ action }: Answer) =>
  action === null ? 'rules.answerUnknown' : action === 'ACCEPT' ? 'rules.answerAllowed' : 'rules.answerDropped';

export const meaningOfAnswer = ({ action, unsure }: Answer): Meaning =>
  action === null || unsure.length > 0 ? 'warning' : action === 'ACCEPT' ? 'good' : 'danger';

export function meaningOf(consequence: Consequence): Exclude<Meaning, 'good' | 'pending'> {
  switch (consequence.kind) {
    case 'same':
      return 'danger';
    case 'exposes':
      return consequence.services.length > 0 && consequence.certain ? 'danger' : 'warning';
    case 'shadowed':
      return consequence.changesAction ? 'warning' : 'neutral';
    case 'everything':
      return 'warning';
    default:
      return 'neutral';
  }
}

function exposureWords({ family, certain, everything, services }: Extract<Consequence, { kind: 'exposes' }>, t: Translate): string {
  const whom = t(family === 'IPv4' ? 'rules.anywhere' : 'rules.anywhere6');
  if (!certain) return t('rules.c.exposesMaybe', { whom });
  return everything ? t('rules.c.exposesAll', { whom }) : t('rules.c.exposes', { whom, what: services.slice(0, 2).join(', ') });
}

const places = (numbers: readonly (number | null)[]): string => numbers.flatMap((at) => (at === null ? [] : [String(at + 1)])).join(', ');

/** Few words, for the row. */
export function shortWords(consequence: Consequence, t: Translate): string {
  switch (consequence.kind) {
    case 'same':
      return t('rules.c.same', { n: consequence.as + 1 });
    case 'exposes':
      return exposureWords(consequence, t);
    case 'shadowed':
      return t('rules.c.shadowed', { by: places(consequence.by) });
    case 'everything':
      return t('rules.c.everything');
    case 'host-bits':
      return t('rules.c.hostBits', { reads: consequence.reads });
    case 'nothing':
      return t('rules.c.nothing');
    case 'contradicts':
      return t('rules.c.contradicts', { by: places(consequence.against.map(({ rule }) => rule)) });
    case 'empty':
      return t('rules.c.empty');
    case 'unknown':
      return t('rules.c.unknown');
  }
}

const shadowedWords = {
  true: 'rules.cl.shadowedOther',
  false: 'rules.cl.shadowed',
  null: 'rules.cl.shadowedMaybe',
} as const;

/** Whole sentences; `interfaces` is how many the group is bound to, null while that is not known. */
export function useLongWords(): (consequence: Consequence, interfaces: number | null) => string {
  const t = useT();
  return (consequence, interfaces) => {
    switch (consequence.kind) {
      case 'same':
        return t('rules.cl.same', { n: consequence.as + 1 });
      case 'exposes': {
        const what = consequence.everything ? t('rules.cl.everyPort') : consequence.services.join(', ');
        const whom = interfaces === null ? '' : ` ${t('rules.cl.interfaces', { n: interfaces })}`;
        const how = !consequence.certain ? 'rules.cl.exposesMaybe' : consequence.everyone ? 'rules.cl.exposes' : 'rules.cl.exposesMost';
        return `${t(how, { family: consequence.family, what })}${whom}`;
      }
      case 'shadowed':
        return t(shadowedWords[String(consequence.changesAction) as keyof typeof shadowedWords], { by: places(consequence.by) });
      case 'everything':
        return t('rules.cl.everything', { cidr: consequence.cidr });
      case 'host-bits':
        return t('rules.cl.hostBits', { reads: consequence.reads });
      case 'nothing':
        return consequence.by.every((at) => at === null)
          ? t('rules.cl.nothingDrop')
          : t('rules.cl.nothing', { by: places(consequence.by) });
      case 'contradicts': {
        const [first] = consequence.against;
        return t('rules.cl.contradicts', {
          by: places(consequence.against.map(({ rule }) => rule)),
          packet: first ? packetText(first.sample) : '',
          n: (first?.rule ?? 0) + 1,
        });
      }
      case 'empty':
        return t('rules.cl.empty');
      case 'unknown':
        return t('rules.cl.unknown', { what: consequence.missing.join(', ') });
    }
  };
}

interface ConsequenceCellProps {
  readonly rule: Rule;
  /** New, or changed in this draft: only then it is sent, and has to be right. */
  readonly touched: boolean;
  readonly consequences: readonly Consequence[];
}

/** The last cell of a rule: what is wrong with it, else the weightiest of its consequences. */
export function ConsequenceCell({ rule, touched, consequences }: ConsequenceCellProps) {
  const t = useT();
  const { cells } = useRuleKind();
  const fault = touched ? faultOf(rule, cells) : null;
  if (fault !== null) {
    return (
      <td className="truncate text-danger">
        <span className="inline-flex items-center gap-1.5 align-middle">
          <StatusIcon meaning="danger" className="size-3.5" />
          {t(`rules.fault.${fault}`)}
        </span>
      </td>
    );
  }
  const [first] = consequences;
  if (!first) return <td />;
  const meaning = meaningOf(first);
  const words = consequences.map((one) => shortWords(one, t)).join('; ');
  return (
    <td
      className={cx('truncate', meaning === 'danger' ? 'text-danger' : meaning === 'warning' ? 'text-warning' : 'text-muted')}
      title={words}
      data-consequence={first.kind}
    >
      <span className="inline-flex items-center gap-1.5 align-middle">
        {meaning !== 'neutral' && <StatusIcon meaning={meaning} className="size-3.5" />}
        {shortWords(first, t)}
        {consequences.length > 1 && <span className="text-muted">+{consequences.length - 1}</span>}
      </span>
    </td>
  );
}
