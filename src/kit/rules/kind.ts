/**
 * What differs between the lists of rules that the table edits: how a cell is read, how many rules there may be, whether
 * the API counts versions. Everything else (grid, draft, merge, analyses) is the same for all of them.
 */
import { createContext, type ReactNode, use } from 'react';
import type { Consequence } from '../../../network/rule-sets/consequences.ts';
import type { KnownRule, RuleSet, VersionedRuleSet } from '../../../network/rule-sets/rule-set.ts';
import type { CellReaders } from '../../../network/rule-sets/text.ts';
import type { Direction } from '../../../network/rules/rule.ts';
import type { RuleReferences } from './use-references.ts';

/** A rule that the URL proposes, and the place of the rule it goes before; null: the end. */
export interface PrefilledRule {
  readonly rule: KnownRule;
  readonly before: number | null;
}

export interface RuleKind {
  readonly cells: CellReaders;
  /** The API counts a version up with each change; without one, lists are compared by their contents, and no version is shown. */
  readonly versioned: boolean;
  /** How many rules an owner may have in a direction, and with its templates written out: usually, unless `exact` says that the cloud told it. */
  readonly limits: { readonly perDirection: number; readonly expanded: number; readonly exact?: true };
  /** Templates and groups may stand in a cell, and are offered there. */
  readonly references: boolean;
  /** The search parameter that chooses the direction, and its value for outbound. */
  readonly way: { readonly name: string; readonly egress: string };
  /** Consequences that are not so, or not to be said, of this kind. */
  readonly silent?: readonly Consequence['kind'][];
  /** Reads the rule that the URL proposes, and names the parameters to take out of it afterwards. */
  readonly given: { readonly names: readonly string[]; readonly read: (search: URLSearchParams) => PrefilledRule | null };
}

/** What the panel that reviews and applies is given. */
export interface ReviewProps {
  readonly base: VersionedRuleSet;
  readonly wanted: RuleSet;
  readonly known: RuleReferences;
  readonly onClose: () => void;
  readonly onApplied: (rules: VersionedRuleSet) => void;
  /** Somebody else was there: what the rules are now, and what our own calls had made. */
  readonly onConflict: (rules: VersionedRuleSet, left: RuleSet) => void;
  /** Some calls were made, the rest was not; what the rules are now. */
  readonly onFailed: (rules: VersionedRuleSet) => void;
}

/** Whose rules they are, and how they are applied. */
export interface RuleOwner {
  readonly id: string;
  /** Files are called after it. */
  readonly name: string;
  /** Interfaces that its rules decide for; null while that is not known. */
  readonly interfaces: number | null;
  readonly review: (props: ReviewProps) => ReactNode;
  /** Remarks on the draft of a direction that only this kind has. */
  readonly remarks?: (wanted: RuleSet, direction: Direction) => ReactNode;
}

export const RuleKindContext = createContext<RuleKind | null>(null);

/** The kind of the rules around. */
export function useRuleKind(): RuleKind {
  const kind = use(RuleKindContext);
  if (!kind) throw new Error('useRuleKind outside of an editor of rules');
  return kind;
}
