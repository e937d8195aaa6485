import { type RefObject, useLayoutEffect, useRef } from 'react';

/**
 * The browser's own modal dialog: it holds the focus, makes the rest inert, and gives the focus back. Libraries that do
 * this by hand lock the scrolling with injected `<style>` elements, which our content policy forbids.
 */
export function useModal(): RefObject<HTMLDialogElement | null> {
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const element = dialog.current;
    if (!element) return;
    if (!element.open) element.showModal();
    focusFirst(element);
    // Closed before React takes it away: only then does the browser return the focus.
    return () => {
      element.close();
      // Opened by its URL, it has nowhere to give the focus back to: the page's heading takes it.
      const at = document.activeElement;
      if (at === null || at === document.body || element.contains(at))
        document.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true });
    };
  }, []);
  return dialog;
}

/**
 * Where the hands go first: what asks for it, else the first field that is in sight, else the first button under it
 * (cancelling), else the title. Nothing is scrolled to: it opens at its beginning.
 */
function focusFirst(dialog: HTMLElement): void {
  const bottom = dialog.querySelector('[data-part=body]')?.getBoundingClientRect().bottom ?? Number.POSITIVE_INFINITY;
  const first = ['[data-autofocus]', '[data-part=body] :is(input, select, textarea)', '[data-part=footer] button', 'h2'];
  for (const selector of first) {
    const found = dialog.querySelector<HTMLElement>(selector);
    if (!found || (selector.includes('=body') && found.getBoundingClientRect().top > bottom)) continue;
    found.focus({ preventScroll: true });
    return;
  }
}
