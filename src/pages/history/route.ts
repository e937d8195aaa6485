import { Clock3 } from 'lucide-react';
import type { PageRoute } from '../../kit/route.ts';

export const route: PageRoute = {
  // Followed by an entry.
  depth: 2,
  title: 'page.history',
  icon: Clock3,
  texts: ['history', 'entries', 'kit'],
  load: async () => (await import('./page.tsx')).History,
};
