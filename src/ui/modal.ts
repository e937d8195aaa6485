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
    // Closed before React takes it away: only then does the browser return the focus.
    return () => element.close();
  }, []);
  return dialog;
}
