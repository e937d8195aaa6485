import { type ComponentType, type ReactNode, use } from 'react';
import { create } from 'zustand';
import { loadOnce } from '../../catalogue/load-once.ts';

type Part<P extends object> = ((props: P) => ReactNode) & {
  /** Begins to load it. A failure is shown by the boundary around the part itself. */
  readonly preload: () => Promise<unknown>;
};

export const isPart = (component: object | undefined): component is Part<never> => component !== undefined && 'preload' in component;

/** A component whose code is loaded when it is first shown: `part(async () => (await import(forms)).CreateVpc)`. */
export function part<P extends object>(load: () => Promise<ComponentType<P>>): Part<P> {
  const start = loadOnce(load);
  const Shown = (props: P): ReactNode => {
    const Component = use(start());
    return <Component {...props} />;
  };
  return Object.assign(Shown, { preload: () => start().catch(() => undefined) });
}

/** How many pages are on their way: the shell shows that some are. */
export const usePagesLoading = create<{ readonly loading: number }>(() => ({ loading: 0 }));

const count = (by: 1 | -1): void => usePagesLoading.setState(({ loading }) => ({ loading: loading + by }));

/** A part that is a whole page. */
export const lazyPage = <P extends object>(load: () => Promise<ComponentType<P>>): Part<P> =>
  part(() => {
    // Not while React draws, which is when a page is first asked for.
    queueMicrotask(() => count(1));
    const loading = load();
    loading.then(
      () => count(-1),
      () => count(-1),
    );
    return loading;
  });
