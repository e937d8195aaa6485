import type { FamilyRoute } from '../../kit/route.ts';

export const family: FamilyRoute = {
  loads: ['subnet'],
  load: () => import('./index.tsx'),
};
