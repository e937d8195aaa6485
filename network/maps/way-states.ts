/** Which of several states of a way is told for all of them. */
import type { WayState } from './map-hop.ts';

/** The worst last. */
const badness: readonly WayState[] = ['good', 'unknown', 'asked', 'expired', 'missing', 'overlap', 'dead'];

export const worse = (a: WayState, b: WayState): number => badness.indexOf(b) - badness.indexOf(a);
export const worstOf = (states: readonly WayState[]): WayState =>
  states.reduce<WayState>((worst, one) => (worse(one, worst) < 0 ? one : worst), 'good');
