import { cloneElement, type ReactElement, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { type FloatOptions, useFloat } from './float.ts';

interface TooltipProps {
  /** Plain words; nothing that must be clicked. Empty: no tooltip. */
  readonly content: ReactNode;
  readonly side?: FloatOptions['side'];
  /** One focusable element. It is described by the tooltip. */
  readonly children: ReactElement<{ 'aria-describedby'?: string | undefined }>;
}

/** Says more about a control on hover and on focus; Escape hides it; it stays while the pointer is on it (WCAG 1.4.13). */
export function Tooltip({ content, side = 'top', children }: TooltipProps) {
  const [open, setOpen] = useState(false);
  const anchor = useRef<HTMLSpanElement>(null);
  const float = useRef<HTMLSpanElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const id = useId();
  const shown = open && content !== undefined && content !== null && content !== '' && content !== false;
  useFloat(shown, anchor, float, { side, align: 'center' });
  useEffect(() => () => clearTimeout(timer.current), []);

  const after = (ms: number, next: boolean): void => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setOpen(next), ms);
  };
  const now = (next: boolean): void => {
    clearTimeout(timer.current);
    setOpen(next);
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only listens; the control inside is what one acts on
    <span
      ref={anchor}
      className="contents"
      onPointerEnter={(event) => event.pointerType === 'mouse' && after(350, true)}
      onPointerLeave={() => after(100, false)}
      onFocus={(event) => event.target.matches(':focus-visible') && now(true)}
      onBlur={() => now(false)}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && shown) {
          event.stopPropagation();
          event.nativeEvent.preventDefault();
          now(false);
        }
      }}
    >
      {shown ? cloneElement(children, { 'aria-describedby': id }) : children}
      {shown && (
        <span
          ref={float}
          id={id}
          role="tooltip"
          popover="manual"
          className="w-max max-w-72 rounded border border-line bg-raised px-2 py-1 font-normal text-text text-xs shadow-float"
        >
          {content}
        </span>
      )}
    </span>
  );
}
