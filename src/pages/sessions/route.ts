import type { PageRoute } from '../../kit/route.ts';

export const route: PageRoute = {
  title: 'page.sessions',
  texts: ['sessions', 'kit'],
  load: async () => (await import('./page.tsx')).SessionsPage,
};
