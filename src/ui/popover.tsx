import { type ReactNode, useId, useRef, useState } from 'react';
import { cx } from './cx.ts';
import { type FloatOptions, useFloat, useFloatLeave } from './float.ts';

/** What the button that opens something must carry. */
export interface TriggerProps {
  readonly ref: (element: HTMLButtonElement | null) => void;
  readonly onClick: () => void;
  readonly 'aria-expanded': boolean;
  readonly 'aria-haspopup': 'dialog' | 'menu';
  readonly 'aria-controls': string | undefined;
}

interface PopoverProps {
  /** The button: `(trigger) => <Button {...trigger}>Columns</Button>`. */
  readonly trigger: (props: TriggerProps) => ReactNode;
  /** The name of what opens. */
  readonly label: string;
  readonly align?: FloatOptions['align'];
  readonly className?: string;
  /** What opens; it is given the way to close. */
  readonly children: (close: () => void) => ReactNode;
}

/**
 * What opens at a button: what the button must carry, what the element that opens must carry, and the way to close it,
 * which gives the focus back to the button. A press outside or leaving it closes it too.
 */
export function useOpening(kind: TriggerProps['aria-haspopup'], align: NonNullable<FloatOptions['align']>, defaultOpen = false) {
  const [open, setOpen] = useState(defaultOpen);
  const anchor = useRef<HTMLButtonElement>(null);
  const float = useRef<HTMLDivElement>(null);
  const id = useId();
  useFloat(open, anchor, float, { align });
  useFloatLeave(open, [anchor, float], () => setOpen(false));
  const trigger: TriggerProps = {
    ref: (element) => {
      anchor.current = element;
    },
    onClick: () => setOpen(!open),
    'aria-expanded': open,
    'aria-haspopup': kind,
    'aria-controls': open ? id : undefined,
  };
  const close = (): void => {
    setOpen(false);
    anchor.current?.focus();
  };
  return { open, close, trigger, float, opened: { ref: float, id, popover: 'manual', tabIndex: -1 } as const };
}

/** A small panel at its button (columns, filters, tasks). Not modal: Escape, a press outside or leaving it closes it. */
export function Popover({ trigger, label, align = 'start', className, children }: PopoverProps) {
  const { open, close, trigger: carried, opened } = useOpening('dialog', align);
  return (
    <>
      {trigger(carried)}
      {open && (
        <div
          {...opened}
          role="dialog"
          aria-label={label}
          onKeyDown={(event) => {
            if (event.key !== 'Escape' || event.defaultPrevented) return;
            event.stopPropagation();
            event.preventDefault();
            close();
          }}
          className={cx('overflow-y-auto rounded-md border border-line bg-raised text-sm shadow-float', className ?? 'w-72 p-3')}
        >
          {children(close)}
        </div>
      )}
    </>
  );
}
