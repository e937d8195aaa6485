import { type ComponentType, use } from 'react';
import { type Area, loadMessages } from '../i18n/index.ts';

/**
 * A page that is loaded when it is first shown, with its texts beside it. Unlike `React.lazy` a failed load is not
 * remembered: the next try asks again. `preload` may be called early, as soon as the address is known.
 */
export function lazyPage(load: () => Promise<ComponentType>, ...areas: Area[]): { Page: ComponentType; preload: () => void } {
  let loading: Promise<ComponentType> | undefined;
  const start = (): Promise<ComponentType> => {
    loading ??= Promise.all([load(), loadMessages(...areas)]).then(
      ([component]) => component,
      (error: unknown) => {
        loading = undefined;
        throw error;
      },
    );
    return loading;
  };
  const Page = (): React.ReactNode => {
    const Component = use(start());
    return <Component />;
  };
  return {
    Page,
    preload: () => {
      start().catch(() => undefined); // Shown by the boundary when the page itself asks.
    },
  };
}
