import { type ReactNode, useDeferredValue, useMemo, useState } from 'react';
import { useT } from '../../i18n/index.ts';
import type { HeadingPart } from '../../lib/tables/headings.ts';
import type { ReadOutcome, TableSource } from '../../lib/tables/read.ts';
import type { Choices, ReadingOf } from '../../lib/tables/reading.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/choice.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Notice } from '../../ui/status.tsx';
import { Faults, LeftOutLines, Lines } from './findings.tsx';
import { Mapping } from './mapping.tsx';
import { DropZone, ReadingWay, SourceField, type SourceInput } from './source-field.tsx';

interface ImportDialogProps<T> {
  readonly title: string;
  /** A text that was pasted elsewhere and needs a word first. */
  readonly initial?: string | undefined;
  /** Must be the same function as long as it reads the same. */
  readonly read: (source: TableSource, choices: Choices) => ReadOutcome<ReadingOf<T>>;
  readonly parts: readonly HeadingPart[];
  readonly describe: (entry: T) => string;
  /** "Add 3 rules". */
  readonly takeLabel: (n: number) => string;
  readonly onTake: (entries: readonly T[], reading: ReadingOf<T>) => void;
  readonly onClose: () => void;
  readonly note?: ReactNode;
}

/**
 * The one way in for tables that people bring. What was read, what was not and why stand here before anything is taken;
 * a reading with faults is taken only by somebody who says that the rest will do.
 */
export function ImportDialog<T>({ title, initial = '', read, parts, describe, takeLabel, onTake, onClose, note }: ImportDialogProps<T>) {
  const t = useT();
  const [brought, setBrought] = useState<SourceInput>({ source: initial, name: null });
  const [choices, setChoices] = useState<Choices>({});
  const [without, setWithout] = useState(false);
  const source = useDeferredValue(brought.source);
  const isEmpty = source.length === 0;
  const outcome = useMemo(() => read(source, choices), [read, source, choices]);
  const reading = outcome.kind === 'reading' ? outcome.reading : null;
  const bring = (next: SourceInput): void => {
    setBrought(next);
    setWithout(false);
    // What was said of one file says nothing of another; a text that is being typed stays the same one.
    if (next.name !== null || brought.name !== null) setChoices({});
  };
  const change = (next: Choices): void => {
    setChoices(next);
    setWithout(false);
  };
  const disabledReason =
    reading === null || (reading.rules.length === 0 && reading.asks.length === 0)
      ? t('tables.noneRead')
      : reading.asks.length > 0
        ? t('tables.answerFirst')
        : reading.faults.length > 0 && !without
          ? t('tables.sayWithout')
          : undefined;
  return (
    <Dialog
      size="lg"
      title={title}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('ui.cancel')}</Button>
          <Button variant="primary" disabledReason={disabledReason} onClick={() => reading && onTake(reading.rules, reading)}>
            {takeLabel(reading?.rules.length ?? 0)}
          </Button>
        </>
      }
    >
      <DropZone onBring={bring}>
        {note}
        <SourceField brought={brought} onBring={bring} />
        {!isEmpty && (
          <ReadingWay
            choices={choices}
            onChoices={change}
            encoding={outcome.encoding}
            isFile={brought.name !== null}
            delimiter={outcome.kind === 'ask-delimiter' ? undefined : (reading?.sheet.delimiter ?? null)}
          />
        )}
        <div aria-live="polite" className="flex flex-col gap-3">
          {outcome.kind === 'problem' && !isEmpty && <Notice meaning="danger" title={problemWords(t, outcome.problem, outcome.line)} />}
          {outcome.kind === 'ask-delimiter' && <Notice meaning="warning" title={t('tables.askDelimiter')} />}
          {reading && <Summary reading={reading} />}
        </div>
        {reading && (
          <>
            <Questions reading={reading} choices={choices} onChoices={change} parts={parts} />
            <Lines reading={reading} describe={describe} />
            {/* What is asked first decides what else is wrong. */}
            {reading.asks.length === 0 && reading.faults.length > 0 && <Faults faults={reading.faults} />}
            {reading.leftOut.length > 0 && <LeftOutLines lines={reading.leftOut} />}
            {reading.faults.length > 0 && reading.asks.length === 0 && reading.rules.length > 0 && (
              <div className="flex flex-col gap-1">
                <Checkbox
                  checked={without}
                  onChange={setWithout}
                  label={t('tables.without', { n: new Set(reading.faults.map(({ line }) => line)).size })}
                />
                <p className="text-muted text-xs">{t('tables.withoutWarning')}</p>
              </div>
            )}
          </>
        )}
      </DropZone>
    </Dialog>
  );
}

type Problem = Extract<ReadOutcome<never>, { kind: 'problem' }>['problem'];

function problemWords(t: ReturnType<typeof useT>, problem: Problem, line: number | undefined): string {
  return problem === 'json-wrong' || problem === 'json-twice'
    ? t(`tables.problem.${problem}`, { line: line ?? 1 })
    : t(`tables.problem.${problem}`);
}

/** How it was read, and how much of it. */
function Summary({ reading }: { readonly reading: ReadingOf<unknown> }) {
  const t = useT();
  const { asks, rules, lines, faults, leftOut, sorted, split, sheet } = reading;
  const found = asks.length > 0 ? lines.reduce((sum, line) => sum + line.rules.length, 0) : rules.length;
  return (
    <div className="flex flex-col gap-1">
      <p>
        {t('tables.readAs', { what: t(`tables.format.${sheet.format}`) })}.{' '}
        <span className="font-medium">
          {t('tables.counts', { read: found, faults: asks.length > 0 ? 0 : faults.length, left: leftOut.length })}
        </span>
      </p>
      {sorted !== null && <p className="text-muted">{t(sorted === 'by-column' ? 'tables.sortedBy' : 'tables.sortedAsFile')}</p>}
      {split > 0 && <p className="text-muted">{t('tables.splitCells', { n: split })}</p>}
    </div>
  );
}

interface QuestionsProps {
  readonly reading: ReadingOf<unknown>;
  readonly choices: Choices;
  readonly onChoices: (choices: Choices) => void;
  readonly parts: readonly HeadingPart[];
}

/** What is asked stands open; otherwise what the columns were taken for can be looked at and changed. */
function Questions({ reading, choices, onChoices, parts }: QuestionsProps) {
  const t = useT();
  const { asks } = reading;
  const mapping = <Mapping reading={reading} choices={choices} onChoices={onChoices} parts={parts} />;
  const said = Object.keys(choices).some((key) => key !== 'encoding' && key !== 'delimiter');
  const words = reading.faults.some(({ code }) => ['action-unknown', 'direction-unknown', 'action-empty', 'below-stray'].includes(code));
  return (
    <>
      {asks.map((ask) => (
        <Notice key={ask} meaning="warning" title={t(`tables.ask.${ask}`)} />
      ))}
      {asks.length > 0 || said || words ? (
        mapping
      ) : (
        <details>
          <summary className="cursor-pointer font-medium">{t('tables.columns')}</summary>
          {mapping}
        </details>
      )}
    </>
  );
}
