import type { FamilyRoute } from '../../kit/route.ts';

export const family: FamilyRoute = {
  loads: ['vpc', 'subnet'],
  load: () => import('./index.tsx'),
};
