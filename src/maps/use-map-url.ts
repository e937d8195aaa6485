import { useCallback } from 'react';
import { useSearchParams } from 'react-router';

/** A map's own state in the URL: what is selected, what is searched, which tiles are open, map or list. */
interface MapUrl {
  readonly selected: string | null;
  readonly search: string;
  readonly open: ReadonlySet<string>;
  readonly asList: boolean;
  readonly put: (change: {
    readonly at?: string | null;
    readonly q?: string;
    readonly open?: ReadonlySet<string>;
    readonly view?: 'list' | null;
  }) => void;
}

export function useMapUrl(): MapUrl {
  const [params, setParams] = useSearchParams();
  const put = useCallback<MapUrl['put']>(
    ({ open, ...change }) => {
      setParams(
        () => {
          // The URL itself: what the last rendering knows of it may be older.
          const next = new URLSearchParams(window.location.search);
          const all = { ...change, ...(open ? { open: [...open].join('~') } : {}) };
          for (const [name, value] of Object.entries(all)) {
            if (value) next.set(name, value);
            else next.delete(name);
          }
          return next;
        },
        { replace: true },
      );
    },
    [setParams],
  );
  return {
    selected: params.get('at'),
    search: params.get('q') ?? '',
    open: new Set((params.get('open') ?? '').split('~').filter(Boolean)),
    asList: params.get('view') === 'list',
    put,
  };
}
