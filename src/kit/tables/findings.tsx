import { useState } from 'react';
import { useT } from '../../i18n/index.ts';
import type { ReadingOf, TableFault } from '../../lib/tables/reading.ts';
import { Button } from '../../ui/button.tsx';

/** Lines shown before "show all". */
const shown = 8;

interface LinesProps<T> {
  readonly reading: ReadingOf<T>;
  readonly describe: (entry: T) => string;
}

/** The first lines, each with what it would become. */
export function Lines<T>({ reading, describe }: LinesProps<T>) {
  const t = useT();
  const [all, setAll] = useState(false);
  const { lines } = reading;
  if (lines.length === 0) return null;
  return (
    <div className="flex flex-col gap-2">
      <h3 className="font-medium">{t('tables.lines')}</h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be scrolled by keyboard */}
      <section className="max-h-72 overflow-auto rounded border border-line" tabIndex={0} aria-label={t('tables.lines')}>
        <ol className="divide-y divide-line">
          {lines.slice(0, all ? lines.length : shown).map((line) => (
            <li key={line.line} className="flex flex-col gap-0.5 px-3 py-1.5">
              <span className="flex gap-2 text-muted text-xs">
                <span className="shrink-0 tabular-nums">{t('tables.lineOf', { line: line.line })}</span>
                <span className="min-w-0 truncate">{line.cells.filter(Boolean).join(' · ')}</span>
              </span>
              {line.rules.map((entry, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: what a line became is told by its place
                <code key={at} className="break-all">
                  {describe(entry)}
                </code>
              ))}
              {line.leftOut && <span className="text-muted">{t(`tables.left.${line.leftOut}`)}</span>}
              {line.faults.length > 0 && reading.asks.length === 0 && <FaultWords faults={line.faults} />}
              {line.rules.length === 0 && (line.faults.length === 0 || reading.asks.length > 0) && !line.leftOut && (
                <span className="text-muted">{t('tables.nothing')}</span>
              )}
            </li>
          ))}
        </ol>
      </section>
      {lines.length > shown && !all && (
        <Button size="sm" className="self-start" onClick={() => setAll(true)}>
          {t('tables.allLines', { n: lines.length })}
        </Button>
      )}
    </div>
  );
}

const FaultWords = ({ faults }: { readonly faults: readonly TableFault[] }) => {
  const t = useT();
  return <span className="text-danger">{[...new Set(faults.map(({ code }) => t(`tables.fault.${code}`)))].join(' · ')}</span>;
};

/** Every fault by the file's own line, with the column and the cell; all of them can be reached. */
export function Faults({ faults }: { readonly faults: readonly TableFault[] }) {
  const t = useT();
  const title = t('tables.faults', { n: faults.length });
  return (
    <div className="flex flex-col gap-2">
      <h3 className="font-medium text-danger">{title}</h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be scrolled by keyboard */}
      <section className="max-h-56 overflow-auto rounded border border-line" tabIndex={0} aria-label={title}>
        <ul className="divide-y divide-line">
          {faults.map(({ line, code, column, value }, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a line may have the same fault twice
            <li key={at} className="px-3 py-1.5">
              <span className="tabular-nums">{t('tables.lineOf', { line })}</span>
              {column && <span className="text-muted"> · {column}</span>}
              {value && <code className="break-all"> “{value.length > 80 ? `${value.slice(0, 80)}…` : value}”</code>}
              <span className="block text-danger">{t(`tables.fault.${code}`)}</span>
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}

/** Lines that were left out on purpose. */
export function LeftOutLines({ lines }: { readonly lines: ReadingOf<unknown>['leftOut'] }) {
  const t = useT();
  return (
    <details>
      <summary className="cursor-pointer font-medium">{t('tables.left', { n: lines.length })}</summary>
      <ul className="mt-1 max-h-40 overflow-auto">
        {lines.map(({ line, text, code }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the lists of a file may repeat a line
          <li key={at} className="text-muted">
            {t('tables.lineOf', { line })} · {t(`tables.left.${code}`)} · <span className="break-all">{text.slice(0, 120)}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
