import type { PageRoute } from '../../kit/route.ts';

export const route: PageRoute = {
  bare: true,
  title: 'page.sign-in',
  texts: ['signIn', 'shell'],
  load: async () => (await import('./page.tsx')).SignIn,
};
