import { Spline } from 'lucide-react';
import type { PageRoute } from '../../kit/route.ts';

export const route: PageRoute = {
  title: 'page.reachability',
  icon: Spline,
  texts: ['reachability', 'kit'],
  reads: ['vpc'],
  load: async () => (await import('./page.tsx')).Reachability,
};
