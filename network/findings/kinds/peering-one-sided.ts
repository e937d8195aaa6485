import { carriesKind } from '../each-peering.ts';

/** One side sends, and the other has no route for the answers. */
export const peeringOneSided = carriesKind('peering-one-sided', 'one-way');
