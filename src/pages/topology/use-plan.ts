/** The plan of the estate's picture: made in turns with the page, while the last one is shown. */
import { useCallback, useEffect, useMemo, useRef } from 'react';
import type { EstateView } from '../../../network/maps/estate-groups.ts';
import { type EstatePlan, planEstate, planUncrossed } from '../../../network/maps/estate-places.ts';
import { useSlices } from '../../lib/use-slices.ts';

/** Without a width there is no picture yet, and nothing to plan. */
// biome-ignore lint/correctness/useYield: it is done before it began
function* nothing(): Generator<void, null> {
  return null;
}

interface PlannedView {
  readonly view: EstateView;
  readonly plan: EstatePlan;
  /** All is read, and no better plan is looked for. */
  readonly settled: boolean;
}

interface LastPlan extends PlannedView {
  /** What was asked for when it was made; '' while the estate was still read. */
  readonly asked: string;
}

/** The last plan of a whole estate: who comes back to the page finds all in its place. */
let remembered: LastPlan | null = null;

/**
 * The view with its plan (none for a width of 0); the last one while this one is made, null before there is any. Where there
 * was none a plan is shown before its crossings are looked after. `asked`: what decides which things have a place. Places are
 * kept while that stays the same and `complete` says that all has been read: of half an estate nothing is worth keeping.
 */
export function useEstatePlan(view: EstateView, width: number, asked: string, complete: boolean): PlannedView | null {
  const last = useRef<LastPlan | null>(null);
  const about = complete ? `for ${asked}` : '';
  const work = useCallback(
    (): Generator<void, EstatePlan | null> =>
      width === 0 ? nothing() : planEstate(view, width, about !== '' && remembered?.asked === about ? remembered.plan : null),
    [view, width, about],
  );
  const plan = useSlices(work);
  const more = useCallback(
    (): Generator<void, EstatePlan | null> => (plan === null || !complete ? nothing() : planUncrossed(view, plan)),
    [view, plan, complete],
  );
  const better = useSlices(more);
  const made = useMemo((): LastPlan | null => {
    const found = better ?? (complete && last.current !== null ? null : plan);
    return found && { view, plan: found, asked: about, settled: complete && better !== null };
  }, [view, plan, better, complete, about]);
  useEffect(() => {
    if (!made) return;
    last.current = made;
    if (made.asked !== '') remembered = made;
  }, [made]);
  return made ?? last.current;
}
