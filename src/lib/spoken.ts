/** A family's module as accounts of a dialect speak it, where components need it. */
import { use } from 'react';
import type { Dialect } from '../../catalogue/binding.ts';
import { type FamilyModule, todayOf } from '../../catalogue/lazy.ts';

/** Suspends while what the dialect says besides is on its way. Null and undefined stay what they are: `use` may be left out. */
export function useSpokenModule<M extends FamilyModule | null | undefined>(plain: M, dialect: Dialect): M {
  const spoken = plain ? todayOf(plain, dialect) : null;
  return plain && spoken ? (use(spoken)(plain) as M) : plain;
}
