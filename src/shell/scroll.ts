/**
 * Scroll positions by history entry: going back finds the page as it was left. The page's own scroller is `<main>`;
 * scrollers inside it take part when they carry `data-keep-scroll="name"`.
 */
import { type RefObject, useEffect } from 'react';
import { useLocation, useNavigationType } from 'react-router';

type Positions = Map<string, number>;

const kept = new Map<string, Positions>();
const patience = 3_000;

const nameOf = (element: Element): string | null => (element.tagName === 'MAIN' ? '' : element.getAttribute('data-keep-scroll'));

/** The page under a form: opening and closing a form over a list does not move the list. */
export const pageOf = (pathname: string): string => pathname.replace(/\/(new|edit)$/, '') || '/';

let lastPage = '';

export function useScrollMemory(main: RefObject<HTMLElement | null>): void {
  const { key, pathname } = useLocation();
  const type = useNavigationType();
  const page = pageOf(pathname);

  useEffect(() => {
    const element = main.current;
    if (!element) return;
    const positions: Positions = kept.get(key) ?? new Map<string, number>();
    kept.set(key, positions);
    const moved = page !== lastPage;
    lastPage = page;
    const stop = moved ? (type === 'POP' ? restore(element, new Map(positions)) : toTop(element)) : () => undefined;
    const note = (event: Event): void => {
      if (!(event.target instanceof Element)) return;
      const name = nameOf(event.target);
      if (name !== null) positions.set(name, event.target.scrollTop);
    };
    element.addEventListener('scroll', note, { capture: true, passive: true });
    return () => {
      stop();
      element.removeEventListener('scroll', note, { capture: true });
    };
  }, [main, key, page, type]);
}

function toTop(main: HTMLElement): () => void {
  main.scrollTop = 0;
  return () => undefined;
}

/** Rows arrive after the page: tries again whenever the page grows, until it fits, time is up or the person scrolls. */
function restore(main: HTMLElement, wanted: Positions): () => void {
  const attempt = (): void => {
    for (const [name, top] of wanted) {
      const element = name === '' ? main : main.querySelector(`[data-keep-scroll="${CSS.escape(name)}"]`);
      if (!element || element.scrollHeight - element.clientHeight < top) continue;
      element.scrollTop = top;
      wanted.delete(name);
    }
    if (wanted.size === 0) stop();
  };
  const observer = new MutationObserver(attempt);
  const timer = setTimeout(() => stop(), patience);
  const stop = (): void => {
    observer.disconnect();
    clearTimeout(timer);
    main.removeEventListener('wheel', stop);
    main.removeEventListener('pointerdown', stop);
  };
  main.addEventListener('wheel', stop, { passive: true });
  main.addEventListener('pointerdown', stop);
  observer.observe(main, { childList: true, subtree: true });
  attempt();
  return stop;
}
