import { Braces } from 'lucide-react';
import type { PageRoute } from '../../kit/route.ts';

export const route: PageRoute = {
  // Followed by a service and an action.
  depth: 3,
  title: 'page.explorer',
  crumbs: ([service, action]) => (service && action ? [{ kind: 'action', action, path: `/explorer/${service}/${action}` }] : []),
  icon: Braces,
  texts: ['explorer', 'kit'],
  load: async () => (await import('./page.tsx')).Explorer,
};
