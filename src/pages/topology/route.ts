import { Workflow } from 'lucide-react';
import type { PageRoute } from '../../kit/route.ts';

export const route: PageRoute = {
  icon: Workflow,
  texts: ['topology', 'maps', 'reachability', 'kit'],
  load: async () => (await import('./page.tsx')).Topology,
};
