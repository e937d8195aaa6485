/** The places of a path in the words of the question. */
import type { PathSpots } from '../../../network/maps/path-spots.ts';
import { isInternet, type ReachabilityQuery } from '../../network-model/paths/question.ts';

/** Where all of the internet was asked for, no single address of it is named: the walk took one for all that fare alike. */
export function asAsked({ spots, ...rest }: PathSpots, { from, to }: Pick<ReachabilityQuery, 'from' | 'to'>): PathSpots {
  const isAll = (at: number): boolean => isInternet((at === 0 ? from : at === spots.length - 1 ? to : null) ?? '');
  return { spots: spots.map((spot, at) => (spot.step === 'internet' && isAll(at) ? { ...spot, address: null } : spot)), ...rest };
}
