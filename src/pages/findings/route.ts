import { TriangleAlert } from 'lucide-react';
import type { PageRoute } from '../../kit/route.ts';

export const route: PageRoute = {
  title: 'page.findings',
  icon: TriangleAlert,
  texts: ['findings', 'reachability', 'kit'],
  reads: ['vpc'],
  load: async () => (await import('./page.tsx')).Findings,
};
