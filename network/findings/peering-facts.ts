/** What each peering carries, for kinds about peerings. */
import { allOf, memoize, rowOf } from '../model/look-up.ts';
import type { ModelPeering } from '../model/model.ts';
import { type PeeringFact, peeringFact } from '../routes/peerings.ts';
import type { Ground } from './kind.ts';

interface JudgedPeering {
  readonly peering: ModelPeering;
  /** Null: an end of it is not in the model. */
  readonly fact: PeeringFact | null;
}

/** Every peering that is active, with what it carries. */
export const activePeerings = ({ model, index }: Ground): readonly JudgedPeering[] =>
  memoize(index, 'active peerings', () =>
    allOf(index, 'peerings')
      .rows.filter(({ state }) => state === 'active')
      .map((peering): JudgedPeering => {
        const [a, b] = peering.vpcs;
        const isKnown = [a, b].every((id) => rowOf(index, 'vpcs', id).row !== null);
        return { peering, fact: isKnown ? peeringFact(model, a, b) : null };
      }),
  );

/** Peerings of which surely both sides have routes, and not all that are needed. */
export const carriesPart = (ground: Ground): ReadonlySet<string> =>
  memoize(
    ground.index,
    'peerings that carry a part',
    () => new Set(activePeerings(ground).flatMap(({ peering, fact }) => (fact?.carries === 'part' ? [peering.id] : []))),
  );
