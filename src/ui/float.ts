import { type RefObject, useEffect, useLayoutEffect } from 'react';

export interface FloatOptions {
  readonly side?: 'bottom' | 'top';
  readonly align?: 'start' | 'end' | 'center';
  /** At least as wide as its anchor (lists under inputs). */
  readonly matchWidth?: boolean;
}

const gap = 4;
const edge = 8;

function place(anchor: Element, float: HTMLElement, { side = 'bottom', align = 'start', matchWidth = false }: FloatOptions): void {
  // A wrapper with `display: contents` has no box of its own: its first child stands for it.
  const around = anchor.getBoundingClientRect();
  const box = around.width || around.height || !anchor.firstElementChild ? around : anchor.firstElementChild.getBoundingClientRect();
  const width = document.documentElement.clientWidth;
  const height = document.documentElement.clientHeight;
  float.style.maxWidth = `${width - 2 * edge}px`;
  float.style.minWidth = matchWidth ? `${box.width}px` : '';
  const below = height - box.bottom - gap - edge;
  const above = box.top - gap - edge;
  const natural = float.scrollHeight;
  const down = side === 'bottom' ? below >= natural || below >= above : !(above >= natural || above >= below);
  float.style.maxHeight = `${Math.max(80, down ? below : above)}px`;
  const size = float.getBoundingClientRect();
  const left = align === 'start' ? box.left : align === 'end' ? box.right - size.width : box.left + (box.width - size.width) / 2;
  float.style.left = `${Math.round(Math.max(edge, Math.min(left, width - size.width - edge)))}px`;
  float.style.top = `${Math.round(down ? box.bottom + gap : box.top - gap - size.height)}px`;
}

/**
 * Shows `float` (an element with `popover="manual"`, so that it stands above everything, dialogs too) at its anchor
 * while `open`, and keeps it there while things scroll, resize or grow.
 */
export function useFloat(
  open: boolean,
  anchor: RefObject<Element | null>,
  float: RefObject<HTMLElement | null>,
  { side = 'bottom', align = 'start', matchWidth = false }: FloatOptions,
): void {
  useLayoutEffect(() => {
    const element = float.current;
    const at = anchor.current;
    if (!open || !element || !at) return;
    // Test environments have no top layer; the element is then simply there.
    element.showPopover?.();
    const update = (): void => place(at, element, { side, align, matchWidth });
    update();
    const sizes = typeof ResizeObserver === 'undefined' ? null : new ResizeObserver(update);
    sizes?.observe(element);
    window.addEventListener('scroll', update, { capture: true, passive: true });
    window.addEventListener('resize', update);
    return () => {
      sizes?.disconnect();
      window.removeEventListener('scroll', update, { capture: true });
      window.removeEventListener('resize', update);
    };
  }, [open, anchor, float, side, align, matchWidth]);
}

/** Calls `leave` when a press lands outside all of `inside`, or the focus moves out of them. */
export function useFloatLeave(open: boolean, inside: readonly RefObject<Element | null>[], leave: () => void): void {
  useEffect(() => {
    if (!open) return;
    const outside = (target: EventTarget | null): boolean => target instanceof Node && !inside.some((ref) => ref.current?.contains(target));
    const check = (event: Event): void => {
      if (outside(event.target)) leave();
    };
    document.addEventListener('pointerdown', check, true);
    document.addEventListener('focusin', check, true);
    return () => {
      document.removeEventListener('pointerdown', check, true);
      document.removeEventListener('focusin', check, true);
    };
  });
}
