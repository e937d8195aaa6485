import { useT } from '../../i18n/index.ts';
import { type DraftRow, faultOfRow } from '../../lib/rules/draft.ts';
import type { Rule } from '../../lib/rules/model.ts';
import { Kbd } from '../../ui/parts.tsx';
import { Status } from '../../ui/status.tsx';
import { meaningOf, useLongWords } from './consequence-words.tsx';
import type { Active } from './grid.tsx';
import { useRuleKind } from './kind.ts';
import type { RowAnalysis } from './use-analysis.ts';

interface InspectorProps {
  readonly rows: readonly DraftRow[];
  readonly base: readonly Rule[];
  readonly active: Active | null;
  readonly analysis: RowAnalysis;
  readonly interfaces: number | null;
  readonly version: string;
}

/** Under the grid: everything about the rule one is at, the keys, and how full the group is. */
export function Inspector({ rows, base, active, analysis, interfaces, version }: InspectorProps) {
  const t = useT();
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
              <span className="whitespace-normal text-text">{long(one, interfaces)}</span>
            </Status>
          </li>
        ))}
      </ul>
      {row && !fault && consequences.length === 0 && <p className="text-muted">{t('rules.noRemarks')}</p>}
      <p className="flex flex-wrap items-center gap-x-4 gap-y-1 text-muted text-xs">
        {versioned && <span>{t('rules.version', { version })}</span>}
        <span className={tooMany ? 'text-warning' : ''}>
          {t('rules.counted', { n: rows.length, of: limits.perDirection, expanded: analysis.expanded })}
        </span>
        <span className="max-sm:hidden">
          <Kbd>Enter</Kbd> {t('rules.keyEdit')} <Kbd>Alt ↑↓</Kbd> {t('rules.keyMove')} <Kbd>Space</Kbd> {t('rules.keySelect')}{' '}
          <Kbd>Ctrl C/V</Kbd> {t('rules.keyCopy')} <Kbd>Ctrl Z</Kbd> {t('rules.keyUndo')}
        </span>
      </p>
    </section>
  );
}
