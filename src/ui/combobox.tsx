import { Check, ChevronsUpDown } from 'lucide-react';
import { type KeyboardEvent, useId, useRef, useState } from 'react';
import { useT } from '../i18n/index.ts';
import type { Option } from './choice.tsx';
import { cx } from './cx.ts';
import { useFloat, useLeave } from './float.ts';
import { type ControlIds, controlClass } from './input.tsx';
import { Spinner } from './spinner.tsx';

export interface ComboboxProps extends Partial<ControlIds> {
  readonly options: readonly Option[];
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Told what is typed, to fetch other options; without it the options given are searched here. */
  readonly onSearch?: (text: string) => void;
  /** What is typed may be taken as it is (zones, ids not in the list). */
  readonly allowFree?: boolean;
  readonly loading?: boolean;
  readonly placeholder?: string;
  /** Ids, CIDRs: typed in the monospaced face. */
  readonly mono?: boolean;
  readonly 'aria-label'?: string;
  readonly onBlur?: () => void;
}

const has = (option: Option, text: string): boolean =>
  [option.label, option.value, option.detail ?? ''].some((part) => part.toLowerCase().includes(text));

/** A choice among many, found by typing. While closed the box shows the chosen option's label (or the free text). */
export function Combobox(props: ComboboxProps) {
  const { options, value, onChange, onSearch, allowFree = false, loading = false, placeholder, mono = false, onBlur, ...ids } = props;
  const t = useT();
  const [typed, setTyped] = useState<string | null>(null);
  const [at, setAt] = useState(0);
  const box = useRef<HTMLSpanElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const float = useRef<HTMLDivElement>(null);
  const own = useId();
  const listId = `${ids.id ?? own}-list`;
  const open = typed !== null;
  useFloat(open, box, float, { matchWidth: true });

  const text = (typed ?? '').trim();
  const found = onSearch || text === '' ? options : options.filter((option) => has(option, text.toLowerCase()));
  // While options are on their way, what is typed may still turn out to be one of them.
  const free = allowFree && !loading && text !== '' && !found.some((option) => option.value === text);
  const shown: readonly Option[] = free ? [...found, { value: text, label: t('ui.useText', { text }) }] : found;
  const chosen = options.find((option) => option.value === value);

  const search = (next: string): void => {
    setTyped(next);
    setAt(0);
    onSearch?.(next.trim());
  };
  const leave = (): void => {
    // Free text left in the box counts as chosen: nobody expects what stands there to be dropped. A name in full is who bears it.
    const meant = options.filter((option) => option.label === text);
    const [only] = meant;
    if (allowFree && text !== '') onChange(only && meant.length === 1 ? only.value : text);
    setTyped(null);
  };
  useLeave(open, [box, float], leave);
  const choose = (option: Option | undefined): void => {
    if (option) onChange(option.value);
    setTyped(null);
    onSearch?.('');
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (!open) {
        search('');
        return;
      }
      const next = (at + (event.key === 'ArrowDown' ? 1 : -1) + shown.length) % Math.max(1, shown.length);
      setAt(next);
      float.current?.querySelectorAll('[role=option]')[next]?.scrollIntoView({ block: 'nearest' });
    } else if (event.key === 'Enter' && open) {
      event.preventDefault();
      // Nothing to take yet: what is typed stays until its options are here.
      if (loading && text !== '' && !shown[at]) return;
      choose(shown[at]);
    } else if (event.key === 'Escape' && open) {
      event.preventDefault();
      event.stopPropagation();
      setTyped(null);
    } else if (event.key === 'Tab' && open) leave();
    else if ((event.key === 'Backspace' || event.key === 'Delete') && !open) {
      onChange('');
      search('');
    }
  };

  return (
    <span ref={box} className="relative inline-flex w-full items-center">
      <input
        {...ids}
        ref={input}
        type="text"
        role="combobox"
        autoComplete="off"
        spellCheck={false}
        aria-expanded={open}
        aria-autocomplete="list"
        aria-controls={open ? listId : undefined}
        aria-activedescendant={open && shown[at] ? `${listId}-${at}` : undefined}
        placeholder={open && value ? (chosen?.label ?? value) : placeholder}
        value={typed ?? chosen?.label ?? value}
        onChange={(event) => search(event.target.value)}
        onClick={() => !open && search('')}
        onKeyDown={onKeyDown}
        onBlur={onBlur}
        className={cx(controlClass, 'pr-9', mono && 'font-mono')}
      />
      {!open && chosen?.detail && (
        <span
          aria-hidden="true"
          className="pointer-events-none absolute right-9 max-w-1/2 truncate bg-surface pl-2 font-mono text-muted text-xs"
        >
          {chosen.detail}
        </span>
      )}
      <button
        type="button"
        tabIndex={-1}
        aria-label={t('ui.showOptions')}
        onClick={() => {
          if (open) setTyped(null);
          else search('');
          input.current?.focus();
        }}
        className="absolute right-1 inline-flex size-6 items-center justify-center rounded text-muted hover:bg-hover"
      >
        {loading ? <Spinner /> : <ChevronsUpDown aria-hidden="true" className="size-4" />}
      </button>
      {open && (
        <div
          ref={float}
          id={listId}
          role="listbox"
          tabIndex={-1}
          aria-label={ids['aria-label'] ?? placeholder ?? t('ui.showOptions')}
          popover="manual"
          className="overflow-y-auto rounded-md border border-line bg-raised py-1 text-sm shadow-float"
        >
          {shown.map((option, index) => (
            <OptionRow
              key={option.value}
              id={`${listId}-${index}`}
              option={option}
              active={index === at}
              chosen={option.value === value}
              onPoint={() => setAt(index)}
              onChoose={() => choose(option)}
            />
          ))}
          {(loading || shown.length === 0) && (
            <div role="option" tabIndex={-1} aria-disabled="true" aria-selected="false" className="px-3 py-1.5 text-muted">
              {t(loading ? 'ui.loadingOptions' : 'ui.noMatch')}
            </div>
          )}
        </div>
      )}
    </span>
  );
}

interface OptionRowProps {
  readonly id: string;
  readonly option: Option;
  readonly active: boolean;
  readonly chosen: boolean;
  readonly onPoint: () => void;
  readonly onChoose: () => void;
}

function OptionRow({ id, option, active, chosen, onPoint, onChoose }: OptionRowProps) {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the input's, which keeps the focus
    <div
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={chosen}
      onPointerMove={onPoint}
      onPointerDown={(event) => event.preventDefault()}
      onClick={onChoose}
      className={cx('flex min-h-8 cursor-pointer items-center gap-2 px-3 py-1', active && 'bg-hover')}
    >
      <span className="flex size-4 shrink-0">{chosen && <Check aria-hidden="true" className="size-4" />}</span>
      <span className="min-w-0 flex-1 truncate">{option.label}</span>
      {option.detail && <span className="shrink-0 font-mono text-muted text-xs">{option.detail}</span>}
    </div>
  );
}
