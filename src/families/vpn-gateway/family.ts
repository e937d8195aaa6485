import type { FamilyRoute } from '../../kit/route.ts';

export const family: FamilyRoute = {
  loads: ['vpc', 'vpn-connection'],
  load: () => import('./index.tsx'),
};
