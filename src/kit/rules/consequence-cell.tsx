import type { Consequence } from '../../../network/rule-sets/consequences.ts';
import type { Rule } from '../../../network/rule-sets/rule-set.ts';
import { faultOf } from '../../../network/rule-sets/text.ts';
import { useT } from '../../i18n/index.ts';
import { cx } from '../../ui/cx.ts';
import { StatusIcon } from '../../ui/status.tsx';
import { meaningOf, shortWords } from './consequence-words.tsx';
import { useRuleKind } from './kind.ts';

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
