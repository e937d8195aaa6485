import type { PageRoute } from '../../kit/route.ts';

export const route: PageRoute = {
  bare: true,
  title: 'shell.signIn.title',
  texts: ['shell'],
  load: async () => (await import('./page.tsx')).SignIn,
};
