import { carriesKind } from '../each-peering.ts';

/** Joined, and neither side sends anything through. */
export const peeringNoRoutes = carriesKind('peering-no-routes', 'nothing');
