import { type ComponentType, use } from 'react';
import { type Area, loadMessages } from '../i18n/index.ts';
import { tracked } from '../lib/tracked.ts';

/** Loads that failed. They stay failed (asking anew at every render would never end) until a boundary forgives them. */
const failed = new Set<() => void>();

/** Pages whose code could not be loaded are asked for again when next shown. */
export function forgetFailedPages(): void {
  for (const forget of failed) forget();
  failed.clear();
}

/**
 * A page that is loaded when it is first shown, with its texts beside it. `preload` may be called early, as soon as the
 * address is known.
 */
export function lazyPage(load: () => Promise<ComponentType>, ...areas: Area[]): { Page: ComponentType; preload: () => Promise<unknown> } {
  let loading: Promise<ComponentType> | undefined;
  const start = (): Promise<ComponentType> => {
    loading ??= tracked(
      Promise.all([load(), loadMessages(...areas)]).then(
        ([component]) => component,
        (error: unknown) => {
          failed.add(() => {
            loading = undefined;
          });
          throw error;
        },
      ),
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
