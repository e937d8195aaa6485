import { Spline } from 'lucide-react';
import type { PageRoute } from '../../kit/route.ts';

export const route: PageRoute = {
  icon: Spline,
  texts: ['reachability', 'kit'],
  load: async () => (await import('./page.tsx')).Reachability,
};
