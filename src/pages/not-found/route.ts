import type { PageRoute } from '../../kit/route.ts';

export const route: PageRoute = {
  path: '*',
  title: 'shell.notFound.title',
  texts: ['shell'],
  load: async () => (await import('./page.tsx')).NotFound,
};
