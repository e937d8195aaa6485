import { LayoutDashboard } from 'lucide-react';
import type { PageRoute } from '../../kit/route.ts';

export const route: PageRoute = {
  path: '',
  title: 'page.overview',
  icon: LayoutDashboard,
  texts: ['overview'],
  reads: ['vpc', 'subnet'],
  load: async () => (await import('./page.tsx')).Overview,
};
