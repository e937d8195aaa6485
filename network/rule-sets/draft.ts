/** The rules as somebody is changing them: rows that know where they come from, and every state on the way here. */

import type { Direction } from '../rules/rule.ts';
import { matchRules } from './align.ts';
import { directions, isCarried, type KnownRule, type Rule, type RuleSet, ruleKey, sameSet, type VersionedRuleSet } from './rule-set.ts';
import { type CellReaders, type Fault, faultOf } from './text.ts';

export interface DraftRow {
  /** Of this row alone, as long as the page lives. */
  readonly id: string;
  readonly rule: Rule;
  /** Its place among the rules that the draft began with; null for a new one. */
  readonly from: number | null;
}

type Rows = Readonly<Record<Direction, readonly DraftRow[]>>;

export interface Draft {
  readonly base: VersionedRuleSet;
  readonly rows: Rows;
  readonly past: readonly Rows[];
  readonly future: readonly Rows[];
}

/** Steps that can be taken back. */
const mostSteps = 200;

let made = 0;
const newId = (): string => {
  made += 1;
  return `row-${made}`;
};

export const newRow = (rule: Rule, from: number | null = null): DraftRow => ({ id: newId(), rule, from });

const rowsFrom = (rules: readonly Rule[]): DraftRow[] => rules.map((rule, at) => newRow(rule, at));

export const draftOf = (base: VersionedRuleSet): Draft => ({
  base,
  rows: { ingress: rowsFrom(base.ingress), egress: rowsFrom(base.egress) },
  past: [],
  future: [],
});

/** A draft that wants other rules than its base has. Rules that the base has too keep their places in it. */
export const draftWanting = (base: VersionedRuleSet, wanted: RuleSet): Draft => ({ ...draftOf(base), rows: rowsWanting(base, wanted) });

function rowsWanting(base: RuleSet, wanted: RuleSet): Rows {
  const rows = (direction: Direction): DraftRow[] => {
    const { matches } = matchRules(base[direction], wanted[direction]);
    const from = new Map(matches.flatMap(({ at }, place): [number, number][] => (at === null ? [] : [[at, place]])));
    return wanted[direction].map((rule, at) => newRow(rule, from.get(at) ?? null));
  };
  return { ingress: rows('ingress'), egress: rows('egress') };
}

export const wantedBy = ({ rows }: { readonly rows: Rows }): RuleSet => ({
  ingress: rows.ingress.map(({ rule }) => rule),
  egress: rows.egress.map(({ rule }) => rule),
});

/** True for a row that stands as the draft began with it: nothing of it is sent, so nothing in it has to be right. */
function isUntouched({ from, rule }: DraftRow, base: readonly Rule[]): boolean {
  const was = from === null ? undefined : base[from];
  return was !== undefined && ruleKey(was) === ruleKey(rule);
}

/** What keeps a row from being sent; null for one that stands as it was listed. */
export const faultOfRow = (row: DraftRow, base: readonly Rule[], cells: CellReaders): Fault | null =>
  isUntouched(row, base) ? null : faultOf(row.rule, cells);

export const isChanged = (draft: Draft): boolean => !sameSet(draft.base, wantedBy(draft));

/** The draft with other rows; what was there can be brought back. */
export const changeDraft = (draft: Draft, rows: Rows): Draft =>
  rows === draft.rows ? draft : { ...draft, rows, past: [...draft.past, draft.rows].slice(-mostSteps), future: [] };

export function undoChange(draft: Draft): Draft {
  const rows = draft.past.at(-1);
  return rows ? { ...draft, rows, past: draft.past.slice(0, -1), future: [draft.rows, ...draft.future] } : draft;
}

export function redoChange(draft: Draft): Draft {
  const [rows, ...future] = draft.future;
  return rows ? { ...draft, rows, past: [...draft.past, draft.rows], future } : draft;
}

/** The changes that rows of one direction can undergo. Each gives the same array back where nothing changes. */
export const rowEdits = {
  edit: (rows: readonly DraftRow[], id: string, change: Partial<KnownRule>): readonly DraftRow[] => {
    const at = rows.findIndex((row) => row.id === id);
    const row = rows[at];
    if (!row || isCarried(row.rule)) return rows;
    const rule = { ...row.rule, ...change };
    return ruleKey(rule) === ruleKey(row.rule) ? rows : rows.with(at, { ...row, rule });
  },

  insert: (rows: readonly DraftRow[], at: number, rules: readonly Rule[]): readonly DraftRow[] =>
    rules.length === 0 ? rows : rows.toSpliced(at, 0, ...rules.map((rule) => newRow(rule))),

  remove: (rows: readonly DraftRow[], ids: ReadonlySet<string>): readonly DraftRow[] => {
    const left = rows.filter(({ id }) => !ids.has(id));
    return left.length === rows.length ? rows : left;
  },

  /** Copies stand under the last of what they copy; a carried rule has none. */
  duplicate: (rows: readonly DraftRow[], ids: ReadonlySet<string>): readonly DraftRow[] => {
    const last = rows.findLastIndex(({ id }) => ids.has(id));
    const copies = rows.filter(({ id, rule }) => ids.has(id) && !isCarried(rule)).map(({ rule }) => newRow(rule));
    return last < 0 || copies.length === 0 ? rows : rows.toSpliced(last + 1, 0, ...copies);
  },

  /** Puts the rows, kept in their order, before the row that now stands at `to` (the number of rows: at the end). */
  moveTo: (rows: readonly DraftRow[], ids: ReadonlySet<string>, to: number): readonly DraftRow[] => {
    const moving = rows.filter(({ id }) => ids.has(id));
    // Others may pass a carried rule; it stays where the cloud has it.
    if (moving.some(({ rule }) => isCarried(rule))) return rows;
    const before = rows.slice(0, to).filter(({ id }) => !ids.has(id));
    const after = rows.slice(to).filter(({ id }) => !ids.has(id));
    const next = [...before, ...moving, ...after];
    return next.every((row, at) => row === rows[at]) ? rows : next;
  },

  /** One place up (-1) or down (1), all together; nothing moves past the ends. */
  moveBy: (rows: readonly DraftRow[], ids: ReadonlySet<string>, by: -1 | 1): readonly DraftRow[] => {
    const first = rows.findIndex(({ id }) => ids.has(id));
    const last = rows.findLastIndex(({ id }) => ids.has(id));
    if (first < 0 || (by < 0 && first === 0) || (by > 0 && last === rows.length - 1)) return rows;
    return rowEdits.moveTo(rows, ids, by < 0 ? first - 1 : last + 2);
  },
} as const;

/** What is kept in the browser: no ids, no steps. */
export interface StoredDraft {
  readonly base: VersionedRuleSet;
  readonly wanted: RuleSet;
  /** `from` of each wanted rule. */
  readonly from: Readonly<Record<Direction, readonly (number | null)[]>>;
}

export const storedDraft = (draft: Draft): StoredDraft => ({
  base: draft.base,
  wanted: wantedBy(draft),
  from: { ingress: draft.rows.ingress.map(({ from }) => from), egress: draft.rows.egress.map(({ from }) => from) },
});

export function draftFromStored({ base, wanted, from }: StoredDraft): Draft {
  const rows = (direction: Direction): DraftRow[] => wanted[direction].map((rule, at) => newRow(rule, from[direction][at] ?? null));
  return { base, rows: { ingress: rows('ingress'), egress: rows('egress') }, past: [], future: [] };
}

/** How many rules of each direction are new, changed or moved, and how many are gone. */
export function changesOf(draft: Draft): { readonly [D in Direction]: number } {
  const count = (direction: Direction): number => {
    const base = draft.base[direction];
    const rows = draft.rows[direction];
    const kept = new Set(rows.flatMap(({ from }) => (from === null ? [] : [from])));
    const changedRows = rows.filter(({ from, rule }) => from === null || !base[from] || ruleKey(base[from]) !== ruleKey(rule)).length;
    const order = rows.flatMap(({ from }) => (from === null ? [] : [from]));
    return changedRows + base.filter((_, at) => !kept.has(at)).length + (order.length - longestAscent(order));
  };
  return Object.fromEntries(directions.map((direction) => [direction, count(direction)])) as { [D in Direction]: number };
}

/** Length of the longest ascending part: what is not in it has moved. */
function longestAscent(numbers: readonly number[]): number {
  const ends: number[] = [];
  for (const value of numbers) {
    const at = ends.findIndex((end) => end >= value);
    if (at < 0) ends.push(value);
    else ends[at] = value;
  }
  return ends.length;
}
