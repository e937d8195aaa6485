import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { useT } from '../../i18n/index.ts';
import type { Option } from '../../ui/choice.tsx';
import { cx } from '../../ui/cx.ts';
import { useFloat } from '../../ui/float.ts';
import { suggested } from './suggestions.ts';

export type Leaving = 'stay' | 'down' | 'next' | 'previous';

interface CellEditorProps {
  readonly label: string;
  readonly initial: string;
  /** Typed over what was there, instead of changing it. */
  readonly fresh?: boolean;
  readonly options?: readonly Option[];
  /** Why the text cannot be taken, in words; null when it can. */
  readonly check: (text: string) => string | null;
  /** Told at every key. */
  readonly onType: (text: string) => void;
  readonly onCommit: (text: string, leaving: Leaving) => void;
  /** The cell stays as it was; with a direction one goes on from it. */
  readonly onCancel: (leaving?: Leaving) => void;
  readonly mono?: boolean;
}

/** One cell while it is written in: Enter takes it and goes down, Tab goes on, Escape leaves it as it was. */
export function CellEditor({ label, initial, fresh, options = [], check, onType, onCommit, onCancel, mono }: CellEditorProps) {
  const t = useT();
  const [text, setText] = useState(initial);
  const [typed, setTyped] = useState<string | null>(fresh ? initial : null);
  const [at, setAt] = useState(-1);
  const [fault, setFault] = useState<string | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const float = useRef<HTMLDivElement>(null);
  const done = useRef(false);
  const id = useId();
  const shown = suggested(options, typed);
  const open = shown.length > 0 || fault !== null;
  useFloat(open, input, float, { matchWidth: true });
  useEffect(() => {
    input.current?.focus();
    if (!fresh) input.current?.select();
  }, [fresh]);

  const commit = (value: string, leaving: Leaving): void => {
    const problem = check(value);
    // Tab leaves a cell that nobody has written in, or whose fault was told: the cell keeps its mark.
    const leaves = leaving === 'next' || leaving === 'previous';
    if (problem !== null && leaves && (value === initial || fault !== null)) {
      done.current = true;
      onCancel(leaving);
      return;
    }
    if (problem !== null) {
      setFault(problem);
      return;
    }
    done.current = true;
    onCommit(value, leaving);
  };
  const cancel = (): void => {
    done.current = true;
    onCancel();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    event.stopPropagation();
    if (event.key === 'Enter' || event.key === 'Tab') {
      event.preventDefault();
      commit(shown[at]?.value ?? text, event.key === 'Enter' ? 'down' : event.shiftKey ? 'previous' : 'next');
    } else if (event.key === 'Escape') {
      event.preventDefault();
      cancel();
    } else if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && shown.length > 0) {
      event.preventDefault();
      const next = (at + (event.key === 'ArrowDown' ? 1 : -1) + shown.length + (at < 0 && event.key === 'ArrowUp' ? 1 : 0)) % shown.length;
      setAt(next);
      float.current?.querySelectorAll('[role=option]')[next]?.scrollIntoView({ block: 'nearest' });
    }
  };
  return (
    <>
      {/* biome-ignore lint/a11y/useAriaPropsSupportedByRole: it is a combobox exactly where it has these */}
      <input
        ref={input}
        type="text"
        role={options.length > 0 ? 'combobox' : undefined}
        aria-label={label}
        aria-invalid={fault !== null || undefined}
        aria-describedby={fault === null ? undefined : `${id}-fault`}
        aria-expanded={options.length > 0 ? open : undefined}
        aria-controls={options.length > 0 ? `${id}-list` : undefined}
        aria-activedescendant={at >= 0 ? `${id}-${at}` : undefined}
        autoComplete="off"
        spellCheck={false}
        value={text}
        onChange={(event) => {
          const value = event.target.value;
          setText(value);
          setTyped(value);
          setAt(-1);
          setFault(null);
          onType(value);
        }}
        onKeyDown={onKeyDown}
        onBlur={() => {
          if (done.current) return;
          if (text === initial && !fresh) cancel();
          else if (check(text) === null) commit(text, 'stay');
          else cancel();
        }}
        className={cx('h-8 w-full min-w-0 rounded border border-accent bg-surface px-2 text-sm', mono && 'font-mono')}
      />
      {open && (
        <div ref={float} popover="manual" className="overflow-y-auto rounded-md border border-line bg-raised py-1 text-sm shadow-float">
          {fault !== null && (
            <p id={`${id}-fault`} role="alert" className="max-w-80 px-3 py-1 text-danger">
              {fault}
            </p>
          )}
          {options.length > 0 && (
            <div id={`${id}-list`} role="listbox" tabIndex={-1} aria-label={t('ui.showOptions')}>
              {shown.map((option, index) => (
                // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the input's, which keeps the focus
                <div
                  key={`${option.value} ${option.label}`}
                  id={`${id}-${index}`}
                  role="option"
                  tabIndex={-1}
                  aria-selected={index === at}
                  onPointerDown={(event) => event.preventDefault()}
                  onClick={() => commit(option.value, 'next')}
                  className={cx('flex min-h-7 cursor-pointer items-center gap-3 px-3 hover:bg-hover', index === at && 'bg-hover')}
                >
                  <span className="min-w-0 flex-1 truncate">{option.label}</span>
                  <span className="shrink-0 font-mono text-muted text-xs">{option.detail}</span>
                </div>
              ))}
            </div>
          )}
        </div>
      )}
    </>
  );
}
