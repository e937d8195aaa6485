import type { ReactNode } from 'react';
import { cx } from './cx.ts';

/** The bar that tabs stand in: links, since every tab is a URL. Give each link `tabClass(current)` and `aria-current`. */
export const TabBar = ({ label, children }: { readonly label: string; readonly children: ReactNode }) => (
  <nav aria-label={label} className="flex gap-x-1 overflow-x-auto border-line border-b md:flex-wrap">
    {children}
  </nav>
);

/** The look of one tab's link. */
export const tabClass = (current: boolean): string =>
  cx(
    'quick -mb-px inline-flex h-9 items-center gap-1.5 whitespace-nowrap border-b-2 px-3 font-medium outline-offset-[-2px]',
    current ? 'border-accent text-text' : 'border-transparent text-muted hover:border-line hover:text-text',
  );
