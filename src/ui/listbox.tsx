/** The one list of options under a text field: which option is active, what the keys do, and how much of it is drawn. */
import { Check } from 'lucide-react';
import { type ComponentPropsWithRef, type KeyboardEvent, memo, type PointerEvent, type ReactNode, useEffect, useId, useState } from 'react';
import { useT } from '../i18n/index.ts';
import type { Option } from './choice.tsx';
import { cx } from './cx.ts';

/** Options in the document at once. A list of thousands is narrowed by typing; keys still reach every option. */
export const mostDrawn = 200;
/** Options that PageUp and PageDown pass. */
const pageStep = 10;

interface ListboxSettings {
  /** Options there are, drawn or not. */
  readonly count: number;
  readonly open: boolean;
  /** What stands in the field. Another text starts at `initial` again. */
  readonly text: string;
  /** The option that is active until a key or the pointer moves; -1 for none, then only keys make one active. */
  readonly initial: number;
}

interface Move {
  readonly text: string;
  readonly index: number;
  /** The first option drawn. */
  readonly from: number;
  readonly by: 'key' | 'pointer';
}

interface ListboxState {
  readonly id: string;
  readonly count: number;
  readonly open: boolean;
  /** Index of the active option; -1 for none. */
  readonly active: number;
  /** The options drawn: from `from` up to, without, `to`. */
  readonly from: number;
  readonly to: number;
  /** The pointer makes options active. */
  readonly followsPointer: boolean;
  readonly point: (index: number) => void;
  /** Moves by the keys of a list. False: the key is none of them. */
  readonly onKey: (event: KeyboardEvent) => boolean;
  /** What the text field carries. */
  readonly field: {
    readonly role: 'combobox';
    readonly 'aria-autocomplete': 'list';
    readonly 'aria-expanded': boolean;
    readonly 'aria-controls': string | undefined;
    readonly 'aria-activedescendant': string | undefined;
    readonly autoComplete: 'off';
    readonly spellCheck: false;
  };
}

const optionId = (id: string, index: number): string => `${id}-${index}`;

/** The first option drawn, so that the active one is drawn too; it stays where it is as long as that holds. */
function firstDrawn(from: number, active: number, count: number): number {
  const last = Math.max(0, count - mostDrawn);
  const kept = Math.min(from, last);
  if (active < 0 || (active >= kept && active < kept + mostDrawn)) return kept;
  return Math.min(last, Math.max(0, active - mostDrawn / 2));
}

/** The index that a key goes to; null: the key does not move. Arrows go round, pages stop at the ends. */
function target(key: string, active: number, count: number): number | null {
  switch (key) {
    case 'ArrowDown':
      return (active + 1) % count;
    case 'ArrowUp':
      return active <= 0 ? count - 1 : active - 1;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    case 'PageDown':
      return Math.min(count - 1, active + pageStep);
    case 'PageUp':
      return Math.max(0, active - pageStep);
    default:
      return null;
  }
}

/** The state of a listbox whose focus stays in its text field. */
export function useListbox({ count, open, text, initial }: ListboxSettings): ListboxState {
  const id = useId();
  const [move, setMove] = useState<Move | null>(null);
  if (!open && move) setMove(null);
  const moved = move?.text === text ? move : null;
  const active = Math.min(moved?.index ?? initial, count - 1);
  const from = firstDrawn(moved?.from ?? 0, active, count);
  const activeId = open && active >= 0 ? optionId(id, active) : undefined;
  const pointed = moved?.by === 'pointer';
  useEffect(() => {
    // What the pointer is on is in sight already.
    if (activeId && !pointed) document.getElementById(activeId)?.scrollIntoView({ block: 'nearest' });
  }, [activeId, pointed]);

  const go = (index: number, by: Move['by']): void => setMove({ text, index, from: firstDrawn(from, index, count), by });
  const onKey = (event: KeyboardEvent): boolean => {
    if (count === 0 || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return false;
    // Home and End are the text's own until somebody walks the list.
    if ((event.key === 'Home' || event.key === 'End') && text !== '' && moved?.by !== 'key') return false;
    const index = target(event.key, active, count);
    if (index === null) return false;
    event.preventDefault();
    go(index, 'key');
    return true;
  };
  return {
    id,
    count,
    open,
    active,
    from,
    to: Math.min(count, from + mostDrawn),
    followsPointer: initial >= 0,
    point: (index) => index !== active && go(index, 'pointer'),
    onKey,
    field: {
      role: 'combobox',
      'aria-autocomplete': 'list',
      'aria-expanded': open,
      'aria-controls': open ? id : undefined,
      'aria-activedescendant': activeId,
      autoComplete: 'off',
      spellCheck: false,
    },
  };
}

/** The options that hold a text in their label, value or detail; all of them for none. */
export function matchingOptions(options: readonly Option[], text: string): readonly Option[] {
  const sought = text.trim().toLowerCase();
  if (sought === '') return options;
  return options.filter(({ label, value, detail }) => [label, value, detail ?? ''].some((part) => part.toLowerCase().includes(sought)));
}

interface ListboxProps extends Pick<ComponentPropsWithRef<'div'>, 'ref' | 'popover' | 'className'> {
  readonly state: ListboxState;
  readonly options: readonly Option[];
  readonly label: string;
  /** The value that is chosen now, which gets a mark; without it the active option counts as selected. */
  readonly chosen?: string;
  readonly onChoose: (index: number) => void;
  /** In the place of options or after them: nothing matches, more are on their way. */
  readonly note?: ReactNode;
  readonly rowClass?: string;
}

/** Draws the options. With `ref`, `popover` and a class it is itself the box that floats and scrolls. */
export function Listbox({ state, options, label, chosen, onChoose, note, rowClass = 'min-h-8 px-3', ...box }: ListboxProps) {
  const t = useT();
  const { id, count, active, from, to, followsPointer } = state;
  const indexAt = ({ target: element }: { readonly target: EventTarget }): number =>
    Number((element instanceof Element ? element.closest<HTMLElement>('[data-index]') : null)?.dataset.index ?? -1);
  const onPointerMove = (event: PointerEvent): void => {
    const index = indexAt(event);
    if (index >= 0 && followsPointer) state.point(index);
  };
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the field's, which keeps the focus
    <div
      {...box}
      id={id}
      role="listbox"
      tabIndex={-1}
      aria-label={label}
      onPointerMove={onPointerMove}
      onPointerDown={(event) => event.preventDefault()}
      onClick={(event) => {
        const index = indexAt(event);
        if (index >= 0) onChoose(index);
      }}
    >
      {options.slice(from, to).map((option, offset) => (
        <OptionRow
          key={`${option.value} ${option.label}`}
          id={optionId(id, from + offset)}
          index={from + offset}
          count={count}
          label={option.label}
          detail={option.detail}
          active={from + offset === active}
          selected={chosen === undefined ? from + offset === active : option.value === chosen}
          marks={chosen !== undefined}
          className={cx(rowClass, !followsPointer && 'hover:bg-hover')}
        />
      ))}
      {note !== undefined && (
        <div role="option" tabIndex={-1} aria-disabled="true" aria-selected="false" className="px-3 py-1.5 text-muted">
          {note}
        </div>
      )}
      {to - from < count && (
        <div role="presentation" className="px-3 py-1.5 text-muted text-xs">
          {t('ui.moreOptions', { n: count - (to - from) })}
        </div>
      )}
    </div>
  );
}

interface OptionRowProps {
  readonly id: string;
  readonly index: number;
  readonly count: number;
  readonly label: string;
  readonly detail: string | undefined;
  readonly active: boolean;
  readonly selected: boolean;
  /** Leaves room for the mark of the chosen one. */
  readonly marks: boolean;
  readonly className: string;
}

/** Memoised: a key in the field draws only the rows that it changes. */
const OptionRow = memo(function OptionRow({ id, index, count, label, detail, active, selected, marks, className }: OptionRowProps) {
  return (
    <div
      id={id}
      role="option"
      tabIndex={-1}
      data-index={index}
      aria-selected={selected}
      aria-setsize={count}
      aria-posinset={index + 1}
      className={cx('flex cursor-pointer items-center gap-2 py-1', className, active && 'bg-hover')}
    >
      {marks && <span className="flex size-4 shrink-0">{selected && <Check aria-hidden="true" className="size-4" />}</span>}
      <span className="min-w-0 flex-1 truncate">{label}</span>
      {detail && <span className="max-w-1/2 shrink-0 truncate font-mono text-muted text-xs">{detail}</span>}
    </div>
  );
});

/** Tells how many options there are, politely, to who cannot see them. */
export function OptionCount({ state: { open, count, from, to } }: { readonly state: ListboxState }) {
  const t = useT();
  const drawn = to - from;
  return (
    <span aria-live="polite" className="sr-only">
      {open && `${t('ui.optionCount', { n: count })}${drawn < count ? ` ${t('ui.moreOptions', { n: count - drawn })}` : ''}`}
    </span>
  );
}
