import type { FamilyRoute } from '../../kit/route.ts';

export const family: FamilyRoute = {
  load: () => import('./index.tsx'),
};
