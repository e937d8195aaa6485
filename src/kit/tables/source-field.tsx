import { type DragEvent, type ReactNode, useState } from 'react';
import { useT } from '../../i18n/index.ts';
import { delimiters } from '../../lib/tables/csv.ts';
import { encodings } from '../../lib/tables/encoding.ts';
import type { TableSource } from '../../lib/tables/read.ts';
import type { Choices } from '../../lib/tables/reading.ts';
import { Button } from '../../ui/button.tsx';
import { Select } from '../../ui/choice.tsx';
import { cx } from '../../ui/cx.ts';
import { Field } from '../../ui/field.tsx';
import { TextArea } from '../../ui/input.tsx';

/** What was brought: a text that was typed or pasted, or a file with its bytes. */
export interface SourceInput {
  readonly source: TableSource;
  readonly name: string | null;
}

interface SourceFieldProps {
  readonly brought: SourceInput;
  readonly onBring: (brought: SourceInput) => void;
}

const accepted = '.csv,.tsv,.txt,.json,.md,.tf,.tfvars,text/*,application/json';

/** A file by its button or dropped, or a text. A file keeps its bytes: their encoding can be chosen again. */
export function SourceField({ brought, onBring }: SourceFieldProps) {
  const t = useT();
  const take = async (file: File | undefined): Promise<void> => {
    if (file) onBring({ source: new Uint8Array(await file.arrayBuffer()), name: file.name });
  };
  if (brought.name !== null) {
    return (
      <div className="flex flex-wrap items-center gap-3">
        <span className="min-w-0 break-all font-medium">{t('tables.bytes', { name: brought.name, n: brought.source.length })}</span>
        <Button size="sm" onClick={() => onBring({ source: '', name: null })}>
          {t('tables.otherFile')}
        </Button>
      </div>
    );
  }
  return (
    <div className="flex flex-col gap-4">
      <Field label={t('tables.file')} help={t('tables.drop')}>
        {(ids) => (
          <input
            {...ids}
            type="file"
            accept={accepted}
            className="max-w-full text-muted text-sm file:mr-2 file:h-8 file:rounded file:border file:border-line file:bg-surface file:px-3 file:font-medium file:text-text hover:file:bg-hover"
            onChange={(event) => void take(event.target.files?.[0])}
          />
        )}
      </Field>
      <Field label={t('tables.text')} help={t('tables.textHelp')}>
        {(ids) => (
          <TextArea
            {...ids}
            mono
            rows={6}
            value={typeof brought.source === 'string' ? brought.source : ''}
            onChange={(text) => onBring({ source: text, name: null })}
          />
        )}
      </Field>
    </div>
  );
}

interface DropZoneProps {
  readonly onBring: (brought: SourceInput) => void;
  readonly children: ReactNode;
}

/** Whatever is within takes a dropped file. The same can be done by the button for files. */
export function DropZone({ onBring, children }: DropZoneProps) {
  const [over, setOver] = useState(false);
  const drop = async (event: DragEvent): Promise<void> => {
    event.preventDefault();
    setOver(false);
    const file = event.dataTransfer.files[0];
    if (file) onBring({ source: new Uint8Array(await file.arrayBuffer()), name: file.name });
    else if (event.dataTransfer.types.includes('text/plain')) onBring({ source: event.dataTransfer.getData('text/plain'), name: null });
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping has the file button beside it for everybody else
    <div
      className={cx('flex flex-col gap-4 rounded', over && 'outline-2 outline-accent outline-dashed outline-offset-4')}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => void drop(event)}
    >
      {children}
    </div>
  );
}

interface ReadingWayProps {
  readonly choices: Choices;
  readonly onChoices: (choices: Choices) => void;
  /** Null for a text that the browser has decoded. */
  readonly encoding: Choices['encoding'] | null;
  readonly isFile: boolean;
  /** What is found in a table; null for other forms. */
  readonly delimiter: Choices['delimiter'] | null;
}

/** How bytes were taken for text and text for cells: shown, and to be changed. */
export function ReadingWay({ choices, onChoices, encoding, isFile, delimiter }: ReadingWayProps) {
  const t = useT();
  return (
    <div className="flex flex-wrap gap-4">
      {isFile && (
        <div className="w-48">
          <Field label={t('tables.encoding')} required>
            {(ids) => (
              <Select
                {...ids}
                value={choices.encoding ?? encoding ?? ''}
                placeholder={t('tables.choose')}
                options={encodings.map((value) => ({ value, label: value.toUpperCase() }))}
                onChange={(next) => onChoices({ ...choices, encoding: next })}
              />
            )}
          </Field>
        </div>
      )}
      {delimiter !== null && (
        <div className="w-48">
          <Field label={t('tables.delimiter')} required>
            {(ids) => (
              <Select
                {...ids}
                value={choices.delimiter ?? delimiter ?? ''}
                placeholder={t('tables.choose')}
                options={delimiters.map((value) => ({ value, label: t(`tables.delimiter.${value}`) }))}
                onChange={(next) => onChoices({ ...choices, delimiter: next })}
              />
            )}
          </Field>
        </div>
      )}
    </div>
  );
}
