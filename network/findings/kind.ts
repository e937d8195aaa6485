/** What a kind of finding is: what it needs to be read, and how it judges a model. One file a kind, in `kinds/`. */
import type { ModelIndex } from '../model/look-up.ts';
import type { ModelKind, NetworkModel } from '../model/model.ts';
import type { Pace, Slices } from '../rules/slices.ts';
import type { Doubt, FindingDraft } from './finding.ts';
import type { Severity } from './severity.ts';

/** What every kind judges by. */
export interface Ground {
  readonly model: NetworkModel;
  readonly index: ModelIndex;
  readonly pace: Pace;
  /** The day of the run, 'YYYY-MM-DD': the package has no clock. */
  readonly today: string;
}

/** What a kind found, beside what it could not tell. */
export interface Judgements {
  readonly findings: readonly FindingDraft[];
  /** How many things it looked at, those of which it could not tell among them. */
  readonly looked: number;
  readonly doubts: readonly Doubt[];
}

/** Groups of kinds, as the page shows them. */
export const kindGroups = ['internet', 'rules', 'acls', 'routes', 'peerings', 'gateways', 'leftovers', 'unread'] as const;
type KindGroup = (typeof kindGroups)[number];

export interface FindingKind {
  readonly id: string;
  readonly group: KindGroup;
  /** How grave it is before anything moves it. */
  readonly severity: Severity;
  /** The lists that it is judged from. */
  readonly needs: readonly ModelKind[];
  readonly judge: (ground: Ground) => Slices<Judgements>;
}

/** A kind that is judged at once: a look at each row. */
export const plainly = (judge: (ground: Ground) => Judgements): FindingKind['judge'] =>
  // biome-ignore lint/correctness/useYield: short work has one slice
  function* (ground) {
    return judge(ground);
  };
