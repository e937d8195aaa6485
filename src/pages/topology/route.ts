import { Workflow } from 'lucide-react';
import type { PageRoute } from '../../kit/route.ts';

export const route: PageRoute = {
  title: 'page.topology',
  icon: Workflow,
  texts: ['topology', 'maps', 'reachability', 'kit'],
  reads: ['vpc'],
  load: async () => (await import('./page.tsx')).Topology,
};
