/** What a family adds to the demo world: `seed.ts` in its folder exports one as `seed`. */
import type { Family } from '../../catalogue/define.ts';
import type { Company } from './company.ts';

export interface Seed {
  /** Families whose seeds run before this one, because it builds upon their rows or takes what they leave: addresses, numbers. */
  readonly after?: readonly Family[];
  /** Where its random sequence starts, for families whose ids are published already; without one it starts at the family's name. */
  readonly sequence?: number;
  /** Called once for each company that speaks the documents' API. */
  readonly add: (company: Company) => void;
  /** Called once for each company when every family has added its rows: for routes, whose numbers are one series. */
  readonly finish?: (company: Company) => void;
  /** What the company has that speaks today's API. It comes after all that the others have, whose ids and numbers stay what they were. */
  readonly modern?: (company: Company) => void;
}

/** The seeds of these families, each after those that it builds upon; otherwise in the order of their names. @throws Error for a circle. */
export function inOrder(seeds: Readonly<Partial<Record<Family, Seed>>>): [family: Family, seed: Seed][] {
  const sorted = new Map<Family, Seed>();
  const visit = (family: Family, path: readonly Family[]): void => {
    const seed = seeds[family];
    if (!seed || sorted.has(family)) return;
    if (path.includes(family)) throw new Error(`seeds that wait for each other: ${[...path, family].join(', ')}`);
    for (const earlier of seed.after ?? []) visit(earlier, [...path, family]);
    sorted.set(family, seed);
  };
  for (const family of (Object.keys(seeds) as Family[]).sort()) visit(family, []);
  return [...sorted];
}

/** The first number of a family's sequence: FNV-1a of its name, so that it depends on no other family. */
export const sequenceOf = (family: Family, seed: Seed): number =>
  seed.sequence ?? [...family].reduce((hash, letter) => Math.imul(hash ^ letter.charCodeAt(0), 16_777_619) >>> 0, 2_166_136_261);
