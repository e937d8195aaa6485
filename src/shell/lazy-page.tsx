import { type ComponentType, use } from 'react';
import { create } from 'zustand';
import { withStatus } from '../../catalogue/load-once.ts';

/** How many pages are on their way. */
export const usePagesLoading = create<{ readonly loading: number }>(() => ({ loading: 0 }));

const count = (by: 1 | -1): void => usePagesLoading.setState(({ loading }) => ({ loading: loading + by }));

/** Loads that failed. They stay failed (asking anew at every render would never end) until a boundary forgives them. */
const failed = new Set<() => void>();

/** Pages whose code could not be loaded are asked for again when next shown. */
export function forgetFailedPages(): void {
  for (const forget of failed) forget();
  failed.clear();
}

/** A page that is loaded when it is first shown. `preload` may be called as soon as the URL is known. */
export function lazyPage(load: () => Promise<ComponentType>): { Page: ComponentType; preload: () => Promise<unknown> } {
  let loading: Promise<ComponentType> | undefined;
  const start = (): Promise<ComponentType> => {
    if (loading) return loading;
    // Not while React draws, which is when a page is first asked for.
    queueMicrotask(() => count(1));
    loading = withStatus(
      load().catch((error: unknown) => {
        failed.add(() => {
          loading = undefined;
        });
        throw error;
      }),
    );
    loading.then(
      () => count(-1),
      () => count(-1),
    );
    return loading;
  };
  const Page = (): React.ReactNode => {
    const Component = use(start());
    return <Component />;
  };
  return {
    Page,
    // A failure is shown by the boundary when the page itself asks.
    preload: () => start().catch(() => undefined),
  };
}
