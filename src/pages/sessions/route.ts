import type { PageRoute } from '../../kit/route.ts';

export const route: PageRoute = {
  title: 'sessions.title',
  texts: ['sessions', 'kit'],
  load: async () => (await import('./page.tsx')).SessionsPage,
};
