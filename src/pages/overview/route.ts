import { LayoutDashboard } from 'lucide-react';
import type { PageRoute } from '../../kit/route.ts';

export const route: PageRoute = {
  path: '',
  icon: LayoutDashboard,
  texts: ['overview'],
  load: async () => (await import('./page.tsx')).Overview,
};
