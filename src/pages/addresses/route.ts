import { Grid3x3 } from 'lucide-react';
import type { PageRoute } from '../../kit/route.ts';

export const route: PageRoute = {
  icon: Grid3x3,
  texts: ['addresses', 'reachability', 'kit'],
  load: async () => (await import('./page.tsx')).Addresses,
};
