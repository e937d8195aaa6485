/** What long work gives, without holding up the page. */
import { startTransition, useEffect, useMemo, useState } from 'react';
import type { Slices } from '../../network/rules/slices.ts';
import { inTurns, workATurn } from './slices.ts';

/** Null until the work is done. Short work is done at once; `work` is begun anew whenever it is another function. */
export function useSlices<T>(work: () => Slices<T>): T | null {
  const begun = useMemo(() => {
    const slices = work();
    return { slices, step: workATurn(slices) };
  }, [work]);
  const [found, setFound] = useState<{ readonly of: unknown; readonly value: T } | null>(null);
  useEffect(() => {
    if (begun.step.done) return;
    let stale = false;
    void inTurns(begun.slices, () => stale).then((value) => {
      if (!stale && value !== null) startTransition(() => setFound({ of: begun, value }));
    });
    return () => {
      stale = true;
    };
  }, [begun]);
  if (begun.step.done) return begun.step.value;
  return found?.of === begun ? found.value : null;
}
