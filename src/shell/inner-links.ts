import type { MouseEvent } from 'react';
import { useNavigate } from 'react-router';

/**
 * Follows plain `<a href>` within the console without loading the page anew. Rows of long lists and the navigation use them:
 * a router's link is a component with a dozen hooks, and there are two dozen on a page, several in a row. Presses that ask
 * for another tab are left alone.
 */
export function useInnerLinks(): (event: MouseEvent) => void {
  const navigate = useNavigate();
  return (event) => {
    if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    if (!link?.href || link.target || link.hasAttribute('download') || link.origin !== location.origin) return;
    event.preventDefault();
    // As browsers do: a link to where one already is adds nothing to go back to.
    void navigate(`${link.pathname}${link.search}${link.hash}`, { replace: link.href === location.href });
  };
}
