import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react';
import { useT } from '../../i18n/index.ts';
import type { Option } from '../../ui/choice.tsx';
import { cx } from '../../ui/cx.ts';
import { useFloat } from '../../ui/float.ts';
import { Listbox, matchingOptions, OptionCount, useListbox } from '../../ui/listbox.tsx';

export type CellExit = 'stay' | 'down' | 'next' | 'previous';

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
  readonly onCommit: (text: string, leaving: CellExit) => void;
  /** The cell stays as it was; with a direction one goes on from it. */
  readonly onCancel: (leaving?: CellExit) => void;
  readonly mono?: boolean;
}

/** What a cell without options carries. */
const textField = { autoComplete: 'off', spellCheck: false } as const;

/** One cell while it is written in: Enter takes it and goes down, Tab goes on, Escape leaves it as it was. */
export function CellEditor({ label, initial, fresh, options = [], check, onType, onCommit, onCancel, mono }: CellEditorProps) {
  const t = useT();
  const [text, setText] = useState(initial);
  const [typed, setTyped] = useState<string | null>(fresh ? initial : null);
  const [fault, setFault] = useState<string | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const float = useRef<HTMLDivElement>(null);
  const done = useRef(false);
  const id = useId();
  const shown = useMemo(() => matchingOptions(options, typed ?? ''), [options, typed]);
  const open = shown.length > 0 || fault !== null;
  // No option is active by itself: Enter takes the text.
  const listbox = useListbox({ count: shown.length, open: shown.length > 0, text, initial: -1 });
  useFloat(open, input, float, { matchWidth: true });
  useEffect(() => {
    input.current?.focus();
    if (!fresh) input.current?.select();
  }, [fresh]);

  const commit = (value: string, leaving: CellExit): void => {
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
      commit(shown[listbox.active]?.value ?? text, event.key === 'Enter' ? 'down' : event.shiftKey ? 'previous' : 'next');
    } else if (event.key === 'Escape') {
      event.preventDefault();
      cancel();
    } else listbox.onKey(event);
  };
  return (
    <>
      <input
        {...(options.length > 0 ? listbox.field : textField)}
        ref={input}
        type="text"
        aria-label={label}
        aria-invalid={fault !== null || undefined}
        aria-describedby={fault === null ? undefined : `${id}-fault`}
        value={text}
        onChange={(event) => {
          const value = event.target.value;
          setText(value);
          setTyped(value);
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
      {options.length > 0 && <OptionCount state={listbox} />}
      {open && (
        <div ref={float} popover="manual" className="overflow-y-auto rounded-md border border-line bg-raised py-1 text-sm shadow-float">
          {fault !== null && (
            <p id={`${id}-fault`} role="alert" className="max-w-80 px-3 py-1 text-danger">
              {fault}
            </p>
          )}
          {options.length > 0 && (
            <Listbox
              state={listbox}
              options={shown}
              label={t('ui.showOptions')}
              onChoose={(index) => commit(shown[index]?.value ?? text, 'next')}
            />
          )}
        </div>
      )}
    </>
  );
}
