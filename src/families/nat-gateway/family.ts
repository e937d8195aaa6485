import type { FamilyRoute } from '../../kit/route.ts';

export const family: FamilyRoute = {
  loads: ['vpc', 'route-table'],
  load: () => import('./index.tsx'),
};
