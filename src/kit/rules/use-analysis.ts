/** The consequences of the rows on the screen, worked out after each change without holding up a keystroke. */
import { startTransition, useEffect, useRef, useState } from 'react';
import { type Analysis, analysis, type Consequence } from '../../../network/rule-sets/consequences.ts';
import { type DraftRow, faultOfRow } from '../../../network/rule-sets/draft.ts';
import type { Rule } from '../../../network/rule-sets/rule-set.ts';
import type { CellReaders } from '../../../network/rule-sets/text.ts';
import type { References } from '../../../network/rules/policies.ts';
import type { Direction } from '../../../network/rules/rule.ts';
import { inTurns } from '../../lib/slices.ts';

export interface RowAnalysis {
  /** By row id. */
  readonly of: ReadonlyMap<string, readonly Consequence[]>;
  readonly expanded: number;
}

const noAnalysis: RowAnalysis = { of: new Map(), expanded: 0 };

/** Milliseconds of rest after a keystroke before anything is worked out: longer than between two keys, on a slow machine too. */
const rest = 200;

/** Places among the rules that can be read, back to places among the rows. */
function placed(consequence: Consequence, place: (at: number) => number): Consequence {
  switch (consequence.kind) {
    case 'same':
      return { ...consequence, as: place(consequence.as) };
    case 'shadowed':
      return { ...consequence, by: consequence.by.map(place) };
    case 'nothing':
      return { ...consequence, by: consequence.by.map((at) => (at === null ? null : place(at))) };
    case 'contradicts':
      return { ...consequence, against: consequence.against.map((one) => ({ ...one, rule: place(one.rule) })) };
    default:
      return consequence;
  }
}

/** Rows keep the same list of consequences while it says the same, so that only what changed is drawn again. */
function joined(
  before: RowAnalysis,
  rows: readonly DraftRow[],
  places: readonly number[],
  { of, expanded }: Analysis,
  silent: readonly Consequence['kind'][],
): RowAnalysis {
  const place = (at: number): number => places[at] ?? at;
  const next = new Map<string, readonly Consequence[]>();
  for (const [index, consequences] of of.entries()) {
    const id = rows[place(index)]?.id;
    if (id === undefined) continue;
    const fresh = consequences.filter(({ kind }) => !silent.includes(kind)).map((one) => placed(one, place));
    const known = before.of.get(id);
    next.set(id, known && JSON.stringify(known) === JSON.stringify(fresh) ? known : fresh);
  }
  return { of: next, expanded };
}

interface Options {
  readonly direction: Direction;
  readonly rows: readonly DraftRow[];
  readonly references: References;
  /** The rules that the draft of this direction began with. */
  readonly base: readonly Rule[];
  readonly cells: CellReaders;
  readonly silent?: readonly Consequence['kind'][] | undefined;
}

const none: readonly never[] = [];

/** `typing` puts a rule that is being typed in the place of a row's own until the row changes or null is given. */
export function useAnalysis({ direction, rows, references, base, cells, silent = none }: Options): {
  readonly analysis: RowAnalysis;
  readonly typing: (id: string, rule: Rule | null) => void;
} {
  const [found, setFound] = useState(noAnalysis);
  const latest = useRef({ direction, rows, references, base, cells, silent, found });
  const typed = useRef<{ readonly id: string; readonly rule: Rule } | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const turn = useRef(0);

  const run = useRef(async (): Promise<void> => {
    turn.current += 1;
    const mine = turn.current;
    const { direction: way, rows: all, references: known, base: began, cells: readers, silent: unsaid } = latest.current;
    const now = all.map((row) => (typed.current?.id === row.id ? { ...row, rule: typed.current.rule } : row));
    const rules = now.map(({ rule }) => rule);
    const places = now.flatMap((row, at) => (faultOfRow(row, began, readers) === null ? [at] : []));
    const parts = analysis(
      way,
      places.flatMap((at) => rules[at] ?? []),
      known,
    );
    // A later change has begun its own.
    const value = await inTurns(parts, () => mine !== turn.current);
    if (value === null) return;
    startTransition(() => {
      if (mine === turn.current) setFound((before) => joined(before, all, places, value, unsaid));
    });
  });

  useEffect(() => {
    latest.current = { direction, rows, references, base, cells, silent, found };
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: these are what is analysed; the latest are read from the ref
  useEffect(() => {
    typed.current = null;
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void run.current(), 0);
    return () => clearTimeout(timer.current);
  }, [direction, rows, references]);

  const typing = useRef((id: string, rule: Rule | null): void => {
    typed.current = rule === null ? null : { id, rule };
    turn.current += 1;
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void run.current(), rest);
  });
  return { analysis: found, typing: typing.current };
}
