import { Check, Ellipsis } from 'lucide-react';
import { type ComponentType, type KeyboardEvent, type ReactNode, useEffect } from 'react';
import { IconButton } from './button.tsx';
import { cx } from './cx.ts';
import type { FloatOptions } from './float.ts';
import { type TriggerProps, useOpening } from './popover.tsx';

/** An icon as the icon library has them; whoever draws it says its size. */
export type Icon = ComponentType<{ readonly className?: string; readonly 'aria-hidden'?: 'true' }>;

export interface MenuItem {
  readonly key: string;
  readonly label: ReactNode;
  /** A second, quieter line. */
  readonly detail?: ReactNode;
  readonly icon?: Icon | undefined;
  /** At the right end, quieter. */
  readonly aside?: ReactNode;
  readonly onSelect: () => void;
  readonly danger?: boolean;
  /** For choices: whether it is the chosen one. */
  readonly checked?: boolean;
  /** Why it cannot be chosen, shown under its label. */
  readonly disabledReason?: string | undefined;
  /** A line above it. */
  readonly separated?: boolean;
}

interface MenuProps {
  readonly trigger: (props: TriggerProps) => ReactNode;
  readonly label: string;
  readonly items: readonly MenuItem[];
  readonly align?: FloatOptions['align'];
  /** Open from the start: for menus that are only made when they are asked for. */
  readonly defaultOpen?: boolean;
}

/** The menu of a row: three dots, which say whose they are. */
export const DotsMenu = ({ label, ...menu }: Omit<MenuProps, 'trigger' | 'align'>) => (
  <Menu
    {...menu}
    label={label}
    trigger={(trigger) => <IconButton {...trigger} size="sm" label={label} icon={<Ellipsis aria-hidden="true" className="size-4" />} />}
  />
);

/** A button's menu: arrows, Home, End, first letters; Escape and Tab leave it. */
export function Menu({ trigger, label, items, align = 'end', defaultOpen = false }: MenuProps) {
  const { open, close, trigger: carried, float, opened } = useOpening('menu', align, defaultOpen);
  const drawn = items.some(({ icon, checked }) => icon !== undefined || checked !== undefined);

  useEffect(() => {
    if (!open) return;
    const buttons = float.current?.querySelectorAll<HTMLElement>('[role^=menuitem]');
    const chosen = [...(buttons ?? [])].find((button) => button.ariaChecked === 'true') ?? buttons?.[0];
    chosen?.focus();
  }, [open, float]);

  return (
    <>
      {trigger(carried)}
      {open && (
        <div
          {...opened}
          role="menu"
          aria-label={label}
          onKeyDown={(event) => move(event, close)}
          className="min-w-44 overflow-y-auto rounded-md border border-line bg-raised py-1 text-sm shadow-float"
        >
          {items.map((item) => (
            <Item key={item.key} item={item} drawn={drawn} close={close} />
          ))}
        </div>
      )}
    </>
  );
}

interface ItemProps {
  readonly item: MenuItem;
  /** Some item of the menu has an icon: the words of all begin at one edge. */
  readonly drawn: boolean;
  readonly close: () => void;
}

function Item({ item, drawn, close }: ItemProps) {
  const chooses = item.checked !== undefined;
  const off = Boolean(item.disabledReason);
  const Icon = item.icon ?? (item.checked ? Check : undefined);
  return (
    <>
      {item.separated && <hr className="my-1 border-line" />}
      {/* biome-ignore lint/a11y/useAriaPropsSupportedByRole: aria-checked goes with menuitemradio only */}
      <button
        type="button"
        role={chooses ? 'menuitemradio' : 'menuitem'}
        aria-checked={item.checked}
        aria-disabled={off || undefined}
        tabIndex={-1}
        onPointerMove={(event) => event.currentTarget.focus({ preventScroll: true })}
        onClick={() => {
          if (off) return;
          close();
          item.onSelect();
        }}
        className={cx(
          'flex min-h-8 w-full items-center gap-2 px-3 py-1 text-start outline-none focus:bg-hover',
          off ? 'text-muted' : item.danger && 'text-danger',
        )}
      >
        {drawn && (
          <span className="flex size-4 shrink-0 items-center justify-center">{Icon && <Icon aria-hidden="true" className="size-4" />}</span>
        )}
        <span className="min-w-0 flex-1">
          {item.label}
          {(item.disabledReason ?? item.detail) && (
            <span className="block max-w-64 text-muted text-xs">{item.disabledReason ?? item.detail}</span>
          )}
        </span>
        {item.aside && <span className="shrink-0 pl-4 text-muted text-xs">{item.aside}</span>}
      </button>
    </>
  );
}

function move(event: KeyboardEvent<HTMLElement>, close: () => void): void {
  const items = [...event.currentTarget.querySelectorAll<HTMLElement>('[role^=menuitem]')];
  const at = items.indexOf(document.activeElement as HTMLElement);
  const go = (index: number): void => items[(index + items.length) % items.length]?.focus();
  if (event.key === 'ArrowDown') go(at + 1);
  else if (event.key === 'ArrowUp') go(at < 0 ? -1 : at - 1);
  else if (event.key === 'Home') go(0);
  else if (event.key === 'End') go(-1);
  else if (event.key === 'Escape') {
    event.stopPropagation();
    close();
  } else if (event.key === 'Tab') close();
  else if (event.key.length === 1 && event.key !== ' ') {
    const letter = event.key.toLowerCase();
    [...items.slice(at + 1), ...items.slice(0, at + 1)].find((item) => item.textContent?.trim().toLowerCase().startsWith(letter))?.focus();
    return;
  } else return;
  // Tab goes on from the button; everything else ends here.
  if (event.key !== 'Tab') event.preventDefault();
}
