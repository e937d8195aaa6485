/**
 * A thing wrong with a network, as data: what is true, what shows it, whom it touches and what would end it. Codes and parameters
 * only; words are for the pages. One cause is one finding, however many things suffer from it.
 */
import type { ModelKind } from '../model/model.ts';
import type { Reason } from '../model/reasons.ts';
import type { Hop, PathQuery, Verdict } from '../paths/path.ts';
import type { AclPolicy } from '../rules/policies.ts';
import type { Direction } from '../rules/rule.ts';
import type { Severity, SeverityMove } from './severity.ts';

/** A row of the model. */
export interface Thing {
  readonly of: ModelKind;
  readonly id: string;
}

export interface RuleEvidence {
  readonly type: 'rule';
  readonly owner: Thing;
  readonly direction: Direction;
  /** Its place in the list when it was read. */
  readonly index: number;
  readonly rule: AclPolicy;
}

/** What shows that a finding is true. */
export type Evidence =
  | RuleEvidence
  | {
      readonly type: 'route';
      readonly routeTable: string;
      readonly destination: string;
      readonly hop: string;
      readonly gateway: string;
      readonly reason: Reason | null;
    }
  /** A property of a row; `property` is a code. */
  | { readonly type: 'row'; readonly thing: Thing; readonly property: string; readonly value: string }
  /** One packet of those that are meant, on its way and with its answer. */
  | {
      readonly type: 'packet';
      readonly query: PathQuery;
      readonly verdict: Verdict;
      readonly forward: readonly Hop[];
      readonly return: readonly Hop[];
    };

/** One of the things that suffer from the cause; `what`: ports, blocks or addresses, as they are written. */
export interface Symptom {
  readonly thing: Thing;
  readonly what: string | null;
  readonly reason: Reason | null;
}

/** What fills the sentences of a kind. */
type Parameters = Readonly<Record<string, string | number>>;

/** A form of the console that would end it; `code` says which. */
interface Fix {
  readonly code:
    | 'edit-rules'
    | 'edit-routes'
    | 'open'
    | 'bind-eip'
    | 'accept-peering'
    | 'create-peering'
    | 'add-routes'
    | 'delete'
    | 'read-again';
  readonly thing: Thing;
  /** Which part of the thing: the place of a rule, a destination. */
  readonly part?: string;
}

/** What a kind tells of one cause; identity, place and final severity are added by `findings`. */
export interface FindingDraft {
  /** What would have to be changed: the first is the one that the finding is listed under. */
  readonly causes: readonly [Thing, ...Thing[]];
  /** What of the cause is meant: the meaning of a rule, a destination. Never a position, a count, a time or a name. */
  readonly meaning: string;
  readonly severity: Severity;
  /** Why the severity is not the kind's own, in order. */
  readonly moves?: readonly SeverityMove[];
  /** True where no packet can use it, which is never above low. */
  readonly idle?: boolean;
  readonly parameters: Parameters;
  readonly evidence: readonly Evidence[];
  readonly symptoms: readonly Symptom[];
  readonly fix: Fix;
}

export interface NetworkFinding extends Omit<FindingDraft, 'severity' | 'moves' | 'idle' | 'meaning'> {
  /** The same for the same cause, whatever else changes. */
  readonly id: string;
  readonly kind: string;
  readonly severity: Severity;
  /** The severity that the kind has, before what moved it. */
  readonly base: Severity;
  readonly moves: readonly SeverityMove[];
  /** Where its first cause stands; null: not told. */
  readonly account: string | null;
  readonly region: string | null;
  /** The VPC of its cause; of a cause that stands in none (a group), those of the things that suffer. */
  readonly vpcs: readonly string[];
}

/** Something of which a kind could not tell whether it has it. */
export interface Doubt {
  readonly thing: Thing;
  readonly reason: Reason;
}

/** What a kind made of a model. */
export interface KindReport {
  readonly kind: string;
  /** How many things were looked at. */
  readonly looked: number;
  readonly doubts: readonly Doubt[];
}

export interface FindingsReport {
  /** The gravest first. */
  readonly findings: readonly NetworkFinding[];
  readonly kinds: readonly KindReport[];
}
