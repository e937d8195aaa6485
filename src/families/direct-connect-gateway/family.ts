import type { FamilyRoute } from '../../kit/route.ts';

export const family: FamilyRoute = {
  loads: ['vpc'],
  within: ['vpc'],
  load: () => import('./index.tsx'),
};
