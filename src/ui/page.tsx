import { createContext, type ReactNode, use, useEffect, useRef } from 'react';
import { cx } from './cx.ts';
import { offerFocus } from './page-focus.ts';

/** What the page is called by its route. */
export const PageTitle = createContext('');

/** The title of the document. */
export const DocumentTitle = ({ children }: { readonly children: string }) => <title>{`${children} · Weft`}</title>;

interface PageProps {
  /** The page's one h1; the title of its route when left out. */
  readonly title?: ReactNode;
  /** The document's title; needed where `title` is not plain text. */
  readonly documentTitle?: string;
  /** Beside the title, quieter: an id, a state. */
  readonly beside?: ReactNode;
  /** A sentence under the title. */
  readonly lead?: ReactNode;
  /** Buttons at the right. */
  readonly actions?: ReactNode;
  /** The content takes exactly the height that is left (a list that scrolls inside itself), at least `min-h-96`. */
  readonly fill?: boolean;
  readonly children: ReactNode;
}

/** A page: its h1, which takes the focus after a navigation, its document title, and its content in an 8 px rhythm. */
export function Page({ title: own, documentTitle, beside, lead, actions, fill = false, children }: PageProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (heading.current) offerFocus(heading.current);
  }, []);
  const ofRoute = use(PageTitle);
  const title = own ?? ofRoute;
  const words = documentTitle ?? (typeof title === 'string' ? title : '');
  return (
    <div className={cx('flex flex-col gap-4 p-4 md:px-6', fill && 'h-full min-h-96')}>
      {words && <DocumentTitle>{words}</DocumentTitle>}
      <header className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <div className="min-w-0 flex-1 basis-60">
          <div className="flex min-h-8 flex-wrap items-center gap-x-3">
            <h1 ref={heading} tabIndex={-1} className="min-w-0 text-lg">
              {title}
            </h1>
            {beside}
          </div>
          {lead && <p className="max-w-3xl text-muted">{lead}</p>}
        </div>
        {actions && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
      </header>
      {children}
    </div>
  );
}
