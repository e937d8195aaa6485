import { ChevronsUpDown } from 'lucide-react';
import { type KeyboardEvent, useRef, useState } from 'react';
import { useT } from '../i18n/index.ts';
import type { Option } from './choice.tsx';
import { cx } from './cx.ts';
import { useFloat, useFloatLeave } from './float.ts';
import { type ControlIds, controlClass } from './input.tsx';
import { Listbox, matchingOptions, OptionCount, useListbox } from './listbox.tsx';
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

/** A search while the list is open. `edits`: it began by editing the chosen option's label, so an emptied text means no choice. */
interface Search {
  readonly typed: string;
  readonly edits: boolean;
}

type SearchSettings = Pick<ComboboxProps, 'options' | 'value' | 'onChange' | 'onSearch' | 'allowFree' | 'loading'>;

/** What is typed, what matches it, and how it becomes the value. */
function useSearch({ options, value, onChange, onSearch, allowFree = false, loading = false }: SearchSettings) {
  const t = useT();
  const [search, setSearch] = useState<Search | null>(null);
  const text = search?.typed.trim() ?? '';
  const found = onSearch ? options : matchingOptions(options, text);
  // While options are on their way, what is typed may still turn out to be one of them.
  const free = allowFree && !loading && text !== '' && !found.some((option) => option.value === text);
  const shown: readonly Option[] = free ? [...found, { value: text, label: t('ui.useText', { text }) }] : found;
  const emptied = search?.edits === true && text === '';
  const chosen = options.find((option) => option.value === value);
  const isRestOfChosen = search?.edits === true && text !== '' && (chosen?.label.includes(text) ?? false);
  const chosenAt = text === '' && !emptied ? shown.findIndex((option) => option.value === value) : -1;
  const listbox = useListbox({ count: shown.length, open: search !== null, text, initial: emptied ? -1 : Math.max(0, chosenAt) });

  const begin = (next: Search): void => {
    setSearch(next);
    onSearch?.(next.typed.trim());
  };
  return {
    search,
    chosen,
    shown,
    listbox,
    emptied,
    type: (typed: string): void => begin({ typed, edits: search?.edits ?? true }),
    open: (): void => begin({ typed: '', edits: false }),
    cancel: (): void => setSearch(null),
    /** Takes the text itself: free text left in the box counts as chosen, for nobody expects it to be dropped. */
    leave: (): void => {
      // A text that is the label of one option alone means that option.
      const [only, ...others] = options.filter((option) => option.label === text);
      if (emptied) onChange('');
      else if (only && others.length === 0 && allowFree) onChange(only.value);
      // What is left of a chosen option's label was a search: nobody means it as a value, and the choice stands.
      else if (allowFree && text !== '' && !isRestOfChosen) onChange(text);
      setSearch(null);
    },
    choose: (index: number): void => {
      // Nothing to take yet: what is typed stays until its options are here.
      if (loading && text !== '' && !shown[index]) return;
      const option = shown[index];
      if (option || emptied) onChange(option?.value ?? '');
      setSearch(null);
      onSearch?.('');
    },
  };
}

/** A choice among many, found by typing. While closed the box shows the chosen option's label (or the free text). */
export function Combobox(props: ComboboxProps) {
  const { options, value, onChange, onSearch, allowFree, loading = false, placeholder, mono = false, onBlur, ...ids } = props;
  const t = useT();
  const box = useRef<HTMLSpanElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const float = useRef<HTMLDivElement>(null);
  const { search, chosen, shown, listbox, emptied, type, open, cancel, leave, choose } = useSearch(props);
  const isOpen = search !== null;
  useFloat(isOpen, box, float, { matchWidth: true });
  useFloatLeave(isOpen, [box, float], leave);

  const onKeyDown = (event: KeyboardEvent): void => {
    if (!isOpen) {
      if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
      event.preventDefault();
      open();
    } else if (listbox.onKey(event)) return;
    else if (event.key === 'Enter') {
      event.preventDefault();
      choose(listbox.active);
    } else if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      cancel();
    } else if (event.key === 'Tab') leave();
  };

  return (
    <span ref={box} className="relative inline-flex w-full items-center">
      <input
        {...ids}
        {...listbox.field}
        ref={input}
        type="text"
        placeholder={isOpen && value && !emptied ? (chosen?.label ?? value) : placeholder}
        value={search?.typed ?? chosen?.label ?? value}
        onChange={(event) => type(event.target.value)}
        onClick={() => !isOpen && open()}
        onKeyDown={onKeyDown}
        onBlur={onBlur}
        className={cx(controlClass, 'pr-9', mono && 'font-mono')}
      />
      <OptionCount state={listbox} />
      {!isOpen && chosen?.detail && (
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
          if (isOpen) cancel();
          else open();
          input.current?.focus();
        }}
        className="absolute right-1 inline-flex size-6 items-center justify-center rounded text-muted hover:bg-hover"
      >
        {loading ? <Spinner /> : <ChevronsUpDown aria-hidden="true" className="size-4" />}
      </button>
      {isOpen && (
        <Listbox
          ref={float}
          popover="manual"
          className="overflow-y-auto rounded-md border border-line bg-raised py-1 text-sm shadow-float"
          state={listbox}
          options={shown}
          label={ids['aria-label'] ?? placeholder ?? t('ui.showOptions')}
          chosen={value}
          onChoose={choose}
          note={loading ? t('ui.loadingOptions') : shown.length === 0 ? t('ui.noMatch') : undefined}
        />
      )}
    </span>
  );
}
