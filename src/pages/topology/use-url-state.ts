import { useCallback, useLayoutEffect, useMemo, useRef } from 'react';
import { useLocation, useSearchParams } from 'react-router';
import { type MapChange, type MapState, stateIn, withChange, withSubject } from './url-state.ts';

export interface MapUrlState {
  readonly state: MapState;
  /** Written over the URL as it is: neither a press nor a drag makes an entry of the history. */
  readonly put: (change: MapChange | ((now: MapState) => MapChange)) => void;
  /** Another part of the network, by the parameters that name it: an entry of its own. */
  readonly go: (subject: Readonly<Record<string, string | number>>) => void;
}

/** The map's state, which is the page's URL, and the ways to change it. The functions stay the same. */
export function useUrlState(): MapUrlState {
  const [search, setSearch] = useSearchParams();
  const { pathname } = useLocation();
  const text = search.toString();
  const state = useMemo(() => stateIn(new URLSearchParams(text)), [text]);
  const latest = useRef({ setSearch, pathname });
  useLayoutEffect(() => {
    latest.current = { setSearch, pathname };
  });
  const write = useCallback((next: (now: URLSearchParams) => URLSearchParams, replace: boolean): void => {
    // On the way to a page that is still loading the URL is already that page's, while this one is still shown.
    if (window.location.pathname !== latest.current.pathname) return;
    // The URL itself: what the last rendering knows of it may be older.
    latest.current.setSearch(() => next(new URLSearchParams(window.location.search)), { replace, preventScrollReset: true });
  }, []);
  const put = useCallback<MapUrlState['put']>(
    (change) => write((now) => withChange(now, typeof change === 'function' ? change(stateIn(now)) : change), true),
    [write],
  );
  const go = useCallback<MapUrlState['go']>((subject) => write((now) => withSubject(now, subject), false), [write]);
  return { state, put, go };
}
