import type { FamilyRoute } from '../../kit/route.ts';

export const family: FamilyRoute = {
  loads: ['vpc', 'vpn-gateway', 'customer-gateway'],
  within: ['vpc'],
  load: () => import('./index.tsx'),
};
