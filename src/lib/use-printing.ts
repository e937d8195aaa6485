import { useSyncExternalStore } from 'react';

let printing = false;

if (typeof window !== 'undefined') {
  window.addEventListener('beforeprint', () => {
    printing = true;
  });
  window.addEventListener('afterprint', () => {
    printing = false;
  });
}

function subscribe(changed: () => void): () => void {
  window.addEventListener('beforeprint', changed);
  window.addEventListener('afterprint', changed);
  return () => {
    window.removeEventListener('beforeprint', changed);
    window.removeEventListener('afterprint', changed);
  };
}

/** The same, asked once. */
export const isPrinting = (): boolean => printing || window.matchMedia('print').matches;

/** Whether the page is being put on paper: then a list has all its rows at once. */
export const usePrinting = (): boolean => useSyncExternalStore(subscribe, () => printing);
