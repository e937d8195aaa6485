import { useCallback, useDeferredValue, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useLocation, useSearchParams } from 'react-router';
import { type ListView, readView, writeView } from '../../lib/list-state.ts';

const writeAfter = 250;

interface ViewState {
  readonly view: ListView;
  /** What stands in the search box; `view.query` follows it at leisure. */
  readonly typed: string;
  readonly type: (text: string) => void;
  readonly change: (change: Partial<ListView>) => void;
}

/**
 * The list's view, kept in the URL. Typing is shown at once and written to the URL when it pauses: browsers limit how
 * often the URL may change. `view.query` is the deferred text, so that filtering never holds up a keystroke.
 */
export function useView(): ViewState {
  const [search, setSearch] = useSearchParams();
  const view = readView(search);
  const inUrl = view.query;
  const [draft, setDraft] = useState({ text: inUrl, from: inUrl, written: inUrl });
  // The URL changed by other means (back button, a link): it wins over what was typed before.
  const typed = inUrl === draft.from || inUrl === draft.written ? draft.text : inUrl;
  const query = useDeferredValue(typed);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const { pathname } = useLocation();
  // Who has gone on to a resource or a form is not called back by what was typed a moment before.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the path is what ends the wait
  useEffect(() => () => clearTimeout(timer.current), [pathname]);

  // Two changes may come before the router has drawn the first: the second is written onto what the first has written.
  const written = useRef<URLSearchParams | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the URL that is drawn is what ends it
  useLayoutEffect(() => {
    written.current = null;
  }, [search]);
  const change = useCallback(
    (next: Partial<ListView>) =>
      setSearch(
        (current) => {
          written.current = writeView(written.current ?? current, next);
          return written.current;
        },
        { replace: true, preventScrollReset: true },
      ),
    [setSearch],
  );
  // The router gives each `change` the URL of its own rendering: what is written later must be written onto the latest.
  const latest = useRef(change);
  useLayoutEffect(() => {
    latest.current = change;
  });
  const type = useCallback(
    (text: string) => {
      setDraft((last) => ({ text, from: inUrl, written: last.written }));
      clearTimeout(timer.current);
      const here = window.location.pathname;
      timer.current = setTimeout(() => {
        // On the way to a page that is still loading the URL is already that page's, while this one is still shown.
        if (window.location.pathname !== here) return;
        setDraft((last) => ({ ...last, written: text }));
        latest.current({ query: text });
      }, writeAfter);
    },
    [inUrl],
  );
  return { view: { ...view, query }, typed, type, change };
}
