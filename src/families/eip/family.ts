import type { FamilyRoute } from '../../kit/route.ts';

export const family: FamilyRoute = {
  loads: ['eni'],
  load: () => import('./index.tsx'),
};
