import { useT } from '../../../i18n/index.ts';
import { Kbd } from '../../../ui/parts.tsx';
import { Status } from '../../../ui/status.tsx';
import { meaningOf, useLongWords } from './consequence-words.tsx';
import type { DraftRow } from './draft.ts';
import type { Active } from './grid.tsx';
import { faultOf } from './text.ts';
import type { RowAnalysis } from './use-analysis.ts';

interface InspectorProps {
  readonly rows: readonly DraftRow[];
  readonly active: Active | null;
  readonly analysis: RowAnalysis;
  readonly interfaces: number | null;
  readonly version: string;
}

/** What a group may hold by default. These APIs do not tell an account's own limits. */
export const usualLimits = { perDirection: 100, expanded: 2000 };

/** Under the grid: everything about the rule one is at, the keys, and how full the group is. */
export function Inspector({ rows, active, analysis, interfaces, version }: InspectorProps) {
  const t = useT();
  const long = useLongWords();
  const at = rows.findIndex(({ id }) => id === active?.id);
  const row = rows[at];
  const fault = row && faultOf(row.rule);
  const consequences = row ? (analysis.of.get(row.id) ?? []) : [];
  const tooMany = rows.length > usualLimits.perDirection || analysis.expanded > usualLimits.expanded;
  return (
    <section
      aria-label={t('securityGroup.inspector')}
      className="flex min-h-16 flex-col gap-1 rounded border border-line bg-surface px-3 py-2"
    >
      {row && <h2 className="text-sm">{t('securityGroup.ruleN', { n: at + 1 })}</h2>}
      {fault && <Status meaning="danger">{t(`securityGroup.fault.${fault}`)}</Status>}
      <ul aria-live="polite" className="flex flex-col gap-1">
        {consequences.map((one) => (
          <li key={one.kind} className="whitespace-normal">
            <Status meaning={meaningOf(one)}>
              <span className="whitespace-normal text-text">{long(one, interfaces)}</span>
            </Status>
          </li>
        ))}
      </ul>
      {row && !fault && consequences.length === 0 && <p className="text-muted">{t('securityGroup.noRemarks')}</p>}
      <p className="flex flex-wrap items-center gap-x-4 gap-y-1 text-muted text-xs">
        <span>{t('securityGroup.version', { version })}</span>
        <span className={tooMany ? 'text-warning' : ''}>
          {t('securityGroup.counted', { n: rows.length, of: usualLimits.perDirection, expanded: analysis.expanded })}
        </span>
        <span className="max-sm:hidden">
          <Kbd>Enter</Kbd> {t('securityGroup.keyEdit')} <Kbd>Alt ↑↓</Kbd> {t('securityGroup.keyMove')} <Kbd>Space</Kbd>{' '}
          {t('securityGroup.keySelect')} <Kbd>Ctrl C/V</Kbd> {t('securityGroup.keyCopy')} <Kbd>Ctrl Z</Kbd> {t('securityGroup.keyUndo')}
        </span>
      </p>
    </section>
  );
}
