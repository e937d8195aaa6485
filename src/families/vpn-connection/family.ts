import type { FamilyRoute } from '../../kit/route.ts';

export const family: FamilyRoute = {
  loads: ['vpc', 'vpn-gateway', 'customer-gateway'],
  load: () => import('./index.tsx'),
};
