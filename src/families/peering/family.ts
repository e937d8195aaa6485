import type { FamilyRoute } from '../../kit/route.ts';

export const family: FamilyRoute = {
  loads: ['vpc'],
  load: () => import('./index.tsx'),
};
