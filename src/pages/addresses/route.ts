import { Grid3x3 } from 'lucide-react';
import type { PageRoute } from '../../kit/route.ts';

export const route: PageRoute = {
  title: 'page.addresses',
  icon: Grid3x3,
  texts: ['addresses', 'reachability', 'kit', 'subnet'],
  reads: ['vpc', 'subnet'],
  load: async () => (await import('./page.tsx')).Addresses,
};
