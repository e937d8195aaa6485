/**
 * Where the catalogue deliberately says something else than the documents, and why. Each entry must be found by the
 * comparison, and the comparison must find no more than these (spec.test.ts).
 */
export interface Difference {
  /** `service:Action`, or a pattern with `*`. */
  readonly action: string;
  /** The place and the aspect, as the comparison names it, or a pattern with `*`. */
  readonly at: string;
  readonly because: string;
}

export const differences: readonly Difference[] = [];
