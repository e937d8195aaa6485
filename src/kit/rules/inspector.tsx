import { faultOfRow } from '../../../network/rule-sets/draft.ts';
import { useT } from '../../i18n/index.ts';
import { Kbd } from '../../ui/parts.tsx';
import { Status } from '../../ui/status.tsx';
import { meaningOf, useLongWords } from './consequences.tsx';
import { useEditing } from './editing.ts';
import { useRuleKind } from './kind.ts';

/** Under the grid: everything about the rule one is at, the keys, and how full the group is. */
export function Inspector() {
  const t = useT();
  const { owner, editor, rows, base, active, analysis } = useEditing();
  const { cells, limits, versioned } = useRuleKind();
  const long = useLongWords();
  const at = rows.findIndex(({ id }) => id === active?.id);
  const row = rows[at];
  const fault = row && faultOfRow(row, base, cells);
  const consequences = row ? (analysis.of.get(row.id) ?? []) : [];
  const tooMany = rows.length > limits.perDirection || analysis.expanded > limits.expanded;
  return (
    <section aria-label={t('rules.inspector')} className="flex min-h-16 flex-col gap-1 rounded border border-line bg-surface px-3 py-2">
      {row && <h2 className="text-sm">{t('rules.ruleN', { n: at + 1 })}</h2>}
      {fault && <Status meaning="danger">{t(`rules.fault.${fault}`)}</Status>}
      <ul aria-live="polite" className="flex flex-col gap-1">
        {consequences.map((one) => (
          <li key={one.kind} className="whitespace-normal">
            <Status meaning={meaningOf(one)}>
              <span className="whitespace-normal text-text">{long(one, owner.interfaces)}</span>
            </Status>
          </li>
        ))}
      </ul>
      {row && !fault && consequences.length === 0 && <p className="text-muted">{t('rules.noRemarks')}</p>}
      <p className="flex flex-wrap items-center gap-x-4 gap-y-1 text-muted text-xs">
        {versioned && <span>{t('rules.version', { version: editor.draft.base.version })}</span>}
        <span className={tooMany ? 'text-warning' : ''}>
          {t(limits.exact ? 'rules.countedExactly' : 'rules.counted', {
            n: rows.length,
            of: limits.perDirection,
            expanded: analysis.expanded,
          })}
        </span>
        <span className="max-sm:hidden">
          <Kbd>Enter</Kbd> {t('rules.keyEdit')} <Kbd>Alt ↑↓</Kbd> {t('rules.keyMove')} <Kbd>Space</Kbd> {t('rules.keySelect')}{' '}
          <Kbd>Ctrl C/V</Kbd> {t('rules.keyCopy')} <Kbd>Ctrl Z</Kbd> {t('rules.keyUndo')}
        </span>
      </p>
    </section>
  );
}
