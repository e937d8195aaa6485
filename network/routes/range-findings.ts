/** Address ranges of an account's VPCs that need a look, of what was read of every region and account. Pure. */
import { readRows } from '../model/look-up.ts';
import type { NetworkModel } from '../model/model.ts';
import { vpcOverlaps, vpcSpace } from '../model/space.ts';
import { type Collision, collisions } from './claims.ts';

export interface RangeFindings {
  /** VPCs that share addresses, one of them of this account at least. */
  readonly overlaps: ReturnType<typeof vpcOverlaps>;
  /** What a tunnel or a route leads to, over a VPC's range; either of this account. */
  readonly collisions: readonly Collision[];
  /** VPCs of this account that surely have no subnet. */
  readonly empty: NetworkModel['vpcs'];
}

const isEmpty = (model: NetworkModel, vpc: string): boolean => {
  const { ranges, unsure } = vpcSpace(model, vpc);
  return unsure === null && ranges.every(({ parts }) => parts.every(({ kind }) => kind === 'free'));
};

/** `mine` tells whose a thing is by its id. */
export function rangeFindings(model: NetworkModel, mine: (id: string) => boolean): RangeFindings {
  return {
    overlaps: vpcOverlaps(model).filter(({ a, b }) => mine(a) || mine(b)),
    collisions: collisions(model).filter(({ claim, vpc }) => mine(claim.id) || mine(vpc)),
    empty: readRows(model, 'vpcs').filter(({ id }) => mine(id) && isEmpty(model, id)),
  };
}
